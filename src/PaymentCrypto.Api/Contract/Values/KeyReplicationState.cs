namespace PaymentCrypto.Api;

/// <summary>The service's values for the state of a replica.</summary>
public static class KeyReplicationState
{
    /// <summary>Being made or updated.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Being removed.</summary>
    public const string DeleteInProgress = "DELETE_IN_PROGRESS";

    /// <summary>Not replicated.</summary>
    public const string Failed = "FAILED";

    /// <summary>Up to date.</summary>
    public const string Synchronized = "SYNCHRONIZED";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [InProgress, DeleteInProgress, Failed, Synchronized];
}
