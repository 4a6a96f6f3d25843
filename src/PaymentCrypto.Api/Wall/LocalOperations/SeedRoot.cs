namespace PaymentCrypto.Api;

/// <summary>
/// A certificate authority of a <see cref="SeedRequest"/>, in place of the one that the account would make for itself: certificates that it issues have the
/// same issuer in every store.
/// </summary>
public sealed record SeedRoot : ApiStructure
{
    /// <summary>Its private key, PKCS#8: RSA_4096, or ECC_NIST_P521 for the certificates of elliptic curve keys.</summary>
    public required ReadOnlyMemory<byte> PrivateKey { get; init; }

    /// <summary>Its certificate in PEM, self-signed.</summary>
    public required string Certificate { get; init; }
}
