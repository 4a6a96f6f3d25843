using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>What both parties mix into the key derivation beside the shared secret. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DiffieHellmanDerivationData : ApiStructure
{
    /// <summary>The shared info octets as hex, 1 to 1,024 bytes.</summary>
    [MemberLength(2, 2048)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    public string? SharedInformation { get; init; }
}
