namespace PaymentCrypto.Api;

/// <summary>The service's values for the state of an MPA team association.</summary>
public static class AssociationState
{
    /// <summary>In force.</summary>
    public const string Active = "ACTIVE";

    /// <summary>In force; a change awaits approval.</summary>
    public const string UpdatePending = "UPDATE_PENDING";

    /// <summary>In force; its end awaits approval.</summary>
    public const string DeletePending = "DELETE_PENDING";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Active, UpdatePending, DeletePending];
}
