namespace PaymentCrypto.Api;

/// <summary>The service's values for the operations that an MPA team can guard.</summary>
public static class MpaOperation
{
    /// <summary>ImportKey of a root certificate.</summary>
    public const string ImportRootPublicKeyCertificate = "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [ImportRootPublicKeyCertificate];
}
