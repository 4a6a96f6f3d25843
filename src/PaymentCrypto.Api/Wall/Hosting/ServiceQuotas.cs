namespace PaymentCrypto.Api.Hosting;

/// <summary>The limits that AWS sets for an account in a region. The counts are on as documented; the rate is off unless set.</summary>
public sealed record ServiceQuotas
{
    /// <summary>The documented limits.</summary>
    public static ServiceQuotas Documented { get; } = new();

    /// <summary>Keys that are not destroyed, replicas included.</summary>
    public int Keys { get; init; } = 2000;

    /// <summary>Aliases.</summary>
    public int Aliases { get; init; } = 2000;

    /// <summary>Requests per second; null for no limit. The documented limit is 5.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>Requests of the data plane per second with symmetric keys; null for no limit. The documented limit is 500.</summary>
    public int? SymmetricRequestsPerSecond { get; init; }

    /// <summary>Requests of the data plane per second with asymmetric keys; null for no limit. The documented limit is 20.</summary>
    public int? AsymmetricRequestsPerSecond { get; init; }
}
