namespace PaymentCrypto.Api;

/// <summary>The service's values for a key's algorithm and length.</summary>
public static class KeyAlgorithm
{
    /// <summary>Double-length TDES, 16 bytes.</summary>
    public const string Tdes2Key = "TDES_2KEY";

    /// <summary>Triple-length TDES, 24 bytes.</summary>
    public const string Tdes3Key = "TDES_3KEY";

    /// <summary>AES, 16 bytes.</summary>
    public const string Aes128 = "AES_128";

    /// <summary>AES, 24 bytes.</summary>
    public const string Aes192 = "AES_192";

    /// <summary>AES, 32 bytes.</summary>
    public const string Aes256 = "AES_256";

    /// <summary>HMAC with SHA-256.</summary>
    public const string HmacSha256 = "HMAC_SHA256";

    /// <summary>HMAC with SHA-384.</summary>
    public const string HmacSha384 = "HMAC_SHA384";

    /// <summary>HMAC with SHA-512.</summary>
    public const string HmacSha512 = "HMAC_SHA512";

    /// <summary>HMAC with SHA-224.</summary>
    public const string HmacSha224 = "HMAC_SHA224";

    /// <summary>RSA with a modulus of 2048 bits.</summary>
    public const string Rsa2048 = "RSA_2048";

    /// <summary>RSA with a modulus of 3072 bits.</summary>
    public const string Rsa3072 = "RSA_3072";

    /// <summary>RSA with a modulus of 4096 bits.</summary>
    public const string Rsa4096 = "RSA_4096";

    /// <summary>Elliptic curve NIST P-256.</summary>
    public const string EccNistP256 = "ECC_NIST_P256";

    /// <summary>Elliptic curve NIST P-384.</summary>
    public const string EccNistP384 = "ECC_NIST_P384";

    /// <summary>Elliptic curve NIST P-521.</summary>
    public const string EccNistP521 = "ECC_NIST_P521";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Tdes2Key, Tdes3Key, Aes128, Aes192, Aes256, HmacSha256, HmacSha384, HmacSha512, HmacSha224,
        Rsa2048, Rsa3072, Rsa4096, EccNistP256, EccNistP384, EccNistP521,
    ];
}
