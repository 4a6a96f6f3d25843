namespace PaymentCrypto.Api;

/// <summary>The service's values for a key's state.</summary>
public static class KeyState
{
    /// <summary>Not yet usable, for example because an approval is open.</summary>
    public const string CreateInProgress = "CREATE_IN_PROGRESS";

    /// <summary>There and, if enabled, usable.</summary>
    public const string CreateComplete = "CREATE_COMPLETE";

    /// <summary>Disabled, and to be deleted at the end of its waiting period.</summary>
    public const string DeletePending = "DELETE_PENDING";

    /// <summary>Gone; its material can't be brought back.</summary>
    public const string DeleteComplete = "DELETE_COMPLETE";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CreateInProgress, CreateComplete, DeletePending, DeleteComplete];
}
