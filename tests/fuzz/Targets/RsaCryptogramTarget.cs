using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>RSA-OAEP cryptograms: of a strange form, and rightly encrypted with a strange content.</summary>
internal sealed class RsaCryptogramTarget : FuzzTarget
{
    // What fits into OAEP with SHA-256 under 2048 bits.
    private const int LongestContent = 190;

    private readonly RSA _recipient = Fuzzing.Seeds.PrivateKey("krd");

    /// <inheritdoc/>
    public override string Name => "rsa-cryptogram";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Fuzzing.Seeds.Open("rsa_cryptogram_generated.json")
            .GetProperty("records")
            .EnumerateArray()
            .Take(4)
            .Select(record => Fuzzing.Seeds.Hex(record, "cryptogram")),
        new byte[16],
        new byte[24],
        new byte[32],
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        Also(() => RsaKeyCryptogram.Unwrap(input, _recipient, RsaOaepHash.Sha256, expectedKeyLength: 16).Dispose());
        if (input.Length <= LongestContent)
        {
            RsaKeyCryptogram.Unwrap(_recipient.Encrypt(input, RSAEncryptionPadding.OaepSHA256), _recipient, RsaOaepHash.Sha256,
                expectedKeyLength: 16).Dispose();
        }
    }
}
