namespace PaymentCrypto.Api;

/// <summary>The service's values for the kind of key material that is imported or exported.</summary>
public static class KeyMaterialType
{
    /// <summary>A TR-34 key token.</summary>
    public const string Tr34KeyBlock = "TR34_KEY_BLOCK";

    /// <summary>A TR-31 (X9.143) key block.</summary>
    public const string Tr31KeyBlock = "TR31_KEY_BLOCK";

    /// <summary>A self-signed certificate that anchors a chain.</summary>
    public const string RootPublicKeyCertificate = "ROOT_PUBLIC_KEY_CERTIFICATE";

    /// <summary>A certificate signed by one that was imported before.</summary>
    public const string TrustedPublicKeyCertificate = "TRUSTED_PUBLIC_KEY_CERTIFICATE";

    /// <summary>A key under RSA-OAEP.</summary>
    public const string KeyCryptogram = "KEY_CRYPTOGRAM";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Tr34KeyBlock, Tr31KeyBlock, RootPublicKeyCertificate, TrustedPublicKeyCertificate, KeyCryptogram];
}
