namespace PaymentCrypto.Api;

/// <summary>The service's values for the hash of a key derivation.</summary>
public static class KeyDerivationHashAlgorithm
{
    /// <summary>SHA-256.</summary>
    public const string Sha256 = "SHA_256";

    /// <summary>SHA-384.</summary>
    public const string Sha384 = "SHA_384";

    /// <summary>SHA-512.</summary>
    public const string Sha512 = "SHA_512";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Sha256, Sha384, Sha512];
}
