namespace PaymentCrypto.Api;

/// <summary>The service's values for a key's role in replication.</summary>
public static class MultiRegionKeyType
{
    /// <summary>The key that is replicated; only it takes changes.</summary>
    public const string Primary = "PRIMARY";

    /// <summary>A copy in another region.</summary>
    public const string Replica = "REPLICA";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Primary, Replica];
}
