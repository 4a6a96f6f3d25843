namespace PaymentCrypto.Api;

/// <summary>The service's values for the hash of a signature.</summary>
public static class SigningAlgorithmType
{
    /// <summary>SHA-224.</summary>
    public const string Sha224 = "SHA224";

    /// <summary>SHA-256.</summary>
    public const string Sha256 = "SHA256";

    /// <summary>SHA-384.</summary>
    public const string Sha384 = "SHA384";

    /// <summary>SHA-512.</summary>
    public const string Sha512 = "SHA512";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Sha224, Sha256, Sha384, Sha512];
}
