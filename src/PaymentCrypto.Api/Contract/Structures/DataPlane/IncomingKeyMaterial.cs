using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>A key that is translated, as it comes. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record IncomingKeyMaterial : ApiStructure
{
    /// <summary>A TR-31 key block under an ECDH-derived key.</summary>
    public IncomingDiffieHellmanTr31KeyBlock? DiffieHellmanTr31KeyBlock { get; init; }
}

/// <summary>A TR-31 key block under a key that both parties derive by ECDH.</summary>
public sealed record IncomingDiffieHellmanTr31KeyBlock : ApiStructure
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

    /// <summary>The algorithm of the derived key; one of <see cref="Api.SymmetricKeyAlgorithm"/>.</summary>
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

    /// <summary>The key block as its ASCII text.</summary>
    [MemberRequired]
    [MemberLength(56, 9984)]
    [MemberPattern("[0-9a-zA-Z]+")]
    [Sensitive]
    public string? WrappedKeyBlock { get; init; }
}

/// <summary>How a translated key goes out. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record OutgoingKeyMaterial : ApiStructure
{
    /// <summary>A TR-31 (X9.143) key block.</summary>
    public OutgoingTr31KeyBlock? Tr31KeyBlock { get; init; }
}

/// <summary>A TR-31 key block under a key of the service.</summary>
public sealed record OutgoingTr31KeyBlock : ApiStructure
{
    /// <summary>The key that wraps: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? WrappingKeyIdentifier { get; init; }
}

/// <summary>A translated key under its wrapping key.</summary>
public sealed record WrappedWorkingKey : ApiStructure
{
    /// <summary>The key block as its ASCII text.</summary>
    [MemberRequired]
    [MemberLength(32, 16384)]
    [Sensitive]
    public string? WrappedKeyMaterial { get; init; }

    /// <summary>The check value of the key that was used: 4 to 16 hex digits, written in upper case.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? KeyCheckValue { get; init; }

    /// <summary>The format of the key material; one of <see cref="Api.WrappedKeyMaterialFormat"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(WrappedKeyMaterialFormat))]
    public string? WrappedKeyMaterialFormat { get; init; }
}
