using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>Public keys for ECDH; one that is taken has to be a point with which the agreement works.</summary>
internal sealed class EcdhPublicKeyTarget : FuzzTarget
{
    private readonly Dictionary<int, ECDiffieHellman> _own = new()
    {
        [256] = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256),
        [384] = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384),
        [521] = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP521),
    };

    /// <inheritdoc/>
    public override string Name => "ecdh-public-key";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Fuzzing.Seeds.Open("ecdh_chain_generated.json").GetProperty("records").EnumerateArray()
            .Select(record => PublicKey(record.GetProperty("party_v_public").GetString()!)),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        var peer = EcdhPublicKey.Parse(input);
        foreach (ECDiffieHellman own in _own.Values)
        {
            Also(() => EcdhKeyAgreement.DeriveSharedSecret(own, peer).Dispose());
        }
    }

    private static byte[] PublicKey(string pem)
    {
        using var key = ECDiffieHellman.Create();
        key.ImportFromPem(pem);
        return key.ExportSubjectPublicKeyInfo();
    }
}
