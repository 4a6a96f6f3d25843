namespace PaymentCrypto.Api.Hosting;

/// <summary>An attempt has failed and another follows after a pause.</summary>
/// <param name="Operation">The service's name of the operation.</param>
/// <param name="Attempt">The number of the attempt that follows; the first of all is 1.</param>
/// <param name="MaxAttempts">How many there are at most.</param>
/// <param name="Reason">Why the last one failed: the AWS error code, or what the network said.</param>
public sealed record AwsRetry(string Operation, int Attempt, int MaxAttempts, string Reason)
{
    /// <summary>One sentence for a verbose message.</summary>
    public override string ToString() => $"{Operation} failed ({Reason}); attempt {Attempt} of {MaxAttempts} follows.";
}
