namespace PaymentCrypto.Api.Tools;

/// <summary>What a new key pair and its certificate shall be.</summary>
public sealed record CredentialRequest
{
    /// <summary>RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384 or ECC_NIST_P521.</summary>
    public required string KeyAlgorithm { get; init; }

    /// <summary>The common name of the subject.</summary>
    public required string CommonName { get; init; }

    /// <summary>The organisation of the subject; null for none.</summary>
    public string? Organization { get; init; }

    /// <summary>What the key is for.</summary>
    public CredentialRole Role { get; init; }

    /// <summary>The start of validity, to the second.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>The end of validity, to the second.</summary>
    public DateTimeOffset NotAfter { get; init; }
}
