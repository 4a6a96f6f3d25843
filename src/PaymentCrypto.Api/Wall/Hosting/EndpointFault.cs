namespace PaymentCrypto.Api.Hosting;

/// <summary>A fault to rehearse: what happens to the next calls of an operation.</summary>
public sealed record EndpointFault
{
    /// <summary>The longest <see cref="Delay"/>.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <summary>The service's name of the operation; null for every operation.</summary>
    public string? Operation { get; init; }

    /// <summary>What happens.</summary>
    public required EndpointFaultKind Kind { get; init; }

    /// <summary>How many calls it happens to, 1 or more.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>How long the answer waits; only for <see cref="EndpointFaultKind.Delay"/>, up to <see cref="LongestDelay"/>.</summary>
    public TimeSpan Delay { get; init; }
}
