using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Export in a TR-31 key block under a key that both parties derive by ECDH.</summary>
public sealed record ExportDiffieHellmanTr31KeyBlock : ApiStructure
{
    /// <summary>Our ECC key pair for the agreement: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? PrivateKeyIdentifier { get; init; }

    /// <summary>The imported authority that signed the other party's certificate: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? CertificateAuthorityPublicKeyIdentifier { get; init; }

    /// <summary>The other party's ECC certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? PublicKeyCertificate { get; init; }

    /// <summary>The algorithm of the derived wrapping key; one of <see cref="Api.SymmetricKeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(SymmetricKeyAlgorithm))]
    public string? DeriveKeyAlgorithm { get; init; }

    /// <summary>The key derivation function; one of <see cref="Api.KeyDerivationFunction"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyDerivationFunction))]
    public string? KeyDerivationFunction { get; init; }

    /// <summary>The hash inside the key derivation function; one of <see cref="Api.KeyDerivationHashAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyDerivationHashAlgorithm))]
    public string? KeyDerivationHashAlgorithm { get; init; }

    /// <summary>What both parties mix into the derivation.</summary>
    [MemberRequired]
    public DiffieHellmanDerivationData? DerivationData { get; init; }

    /// <summary>What to write into the key block's header; absent keeps what the key has.</summary>
    public KeyBlockHeaders? KeyBlockHeaders { get; init; }
}
