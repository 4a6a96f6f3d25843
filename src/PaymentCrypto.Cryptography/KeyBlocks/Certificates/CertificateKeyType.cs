namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>The public key types that the service's certificates may hold.</summary>
public enum CertificateKeyType
{
    /// <summary>RSA with a modulus of 2048 bits.</summary>
    Rsa2048,

    /// <summary>RSA with a modulus of 3072 bits.</summary>
    Rsa3072,

    /// <summary>RSA with a modulus of 4096 bits.</summary>
    Rsa4096,

    /// <summary>Elliptic curve P-256 (secp256r1).</summary>
    EccNistP256,

    /// <summary>Elliptic curve P-384 (secp384r1).</summary>
    EccNistP384,

    /// <summary>Elliptic curve P-521 (secp521r1).</summary>
    EccNistP521,
}
