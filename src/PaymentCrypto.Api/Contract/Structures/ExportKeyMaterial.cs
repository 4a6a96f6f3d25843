using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The export format and what it needs. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExportKeyMaterial : ApiStructure
{
    /// <summary>A TR-31 (X9.143) key block.</summary>
    public ExportTr31KeyBlock? Tr31KeyBlock { get; init; }

    /// <summary>A TR-34 key token.</summary>
    public ExportTr34KeyBlock? Tr34KeyBlock { get; init; }

    /// <summary>An RSA-OAEP cryptogram.</summary>
    public ExportKeyCryptogram? KeyCryptogram { get; init; }

    /// <summary>A TR-31 key block under an ECDH-derived key.</summary>
    public ExportDiffieHellmanTr31KeyBlock? DiffieHellmanTr31KeyBlock { get; init; }

    /// <summary>An AS2805 cryptogram.</summary>
    public ExportAs2805KeyCryptogram? As2805KeyCryptogram { get; init; }
}
