namespace PaymentCrypto.Api;

/// <summary>The service's values for the state of an approval session.</summary>
public static class SessionStatus
{
    /// <summary>Votes are missing.</summary>
    public const string Pending = "PENDING";

    /// <summary>Approved.</summary>
    public const string Approved = "APPROVED";

    /// <summary>Denied or expired.</summary>
    public const string Failed = "FAILED";

    /// <summary>Withdrawn.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Pending, Approved, Failed, Cancelled];
}
