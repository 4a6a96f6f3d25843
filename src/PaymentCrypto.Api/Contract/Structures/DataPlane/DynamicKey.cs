using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>
/// A dynamic key: one that comes with the call and is used once. The service model calls it <c>WrappedKey</c>, which is the name of an exported key
/// in the control plane.
/// </summary>
public sealed record DynamicKey : ApiStructure
{
    /// <summary>The key and how it is protected.</summary>
    [MemberRequired]
    public WrappedKeyMaterial? WrappedKeyMaterial { get; init; }

    /// <summary>How the key check value is computed; one of <see cref="Api.KeyCheckValueAlgorithm"/>.</summary>
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }
}

/// <summary>A dynamic key and how it is protected. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WrappedKeyMaterial : ApiStructure
{
    /// <summary>A TR-31 (X9.143) key block.</summary>
    [MemberLength(56, 9984)]
    [MemberPattern("[0-9a-zA-Z]+")]
    [Sensitive]
    public string? Tr31KeyBlock { get; init; }

    /// <summary>A key that both parties derive by ECDH.</summary>
    public EcdhDerivationAttributes? DiffieHellmanSymmetricKey { get; init; }
}

/// <summary>A key that both parties derive by ECDH.</summary>
public sealed record EcdhDerivationAttributes : ApiStructure
{
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
    public string? KeyAlgorithm { get; init; }

    /// <summary>The key derivation function; one of <see cref="Api.KeyDerivationFunction"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyDerivationFunction))]
    public string? KeyDerivationFunction { get; init; }

    /// <summary>The hash inside the key derivation function; one of <see cref="Api.KeyDerivationHashAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyDerivationHashAlgorithm))]
    public string? KeyDerivationHashAlgorithm { get; init; }

    /// <summary>The shared info octets as hex, 1 to 1,024 bytes.</summary>
    [MemberRequired]
    [MemberLength(2, 2048)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    public string? SharedInformation { get; init; }
}
