using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The import format and its material. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ImportKeyMaterial : ApiStructure
{
    /// <summary>A self-signed root certificate.</summary>
    public RootCertificatePublicKey? RootCertificatePublicKey { get; init; }

    /// <summary>A certificate that an imported authority signed.</summary>
    public TrustedCertificatePublicKey? TrustedCertificatePublicKey { get; init; }

    /// <summary>A TR-31 (X9.143) key block.</summary>
    public ImportTr31KeyBlock? Tr31KeyBlock { get; init; }

    /// <summary>A TR-34 key token.</summary>
    public ImportTr34KeyBlock? Tr34KeyBlock { get; init; }

    /// <summary>An RSA-OAEP cryptogram.</summary>
    public ImportKeyCryptogram? KeyCryptogram { get; init; }

    /// <summary>A TR-31 key block under an ECDH-derived key.</summary>
    public ImportDiffieHellmanTr31KeyBlock? DiffieHellmanTr31KeyBlock { get; init; }

    /// <summary>An AS2805 cryptogram.</summary>
    public ImportAs2805KeyCryptogram? As2805KeyCryptogram { get; init; }
}
