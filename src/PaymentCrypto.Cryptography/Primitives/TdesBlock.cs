using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// DES and triple DES under a key that is used for a block or two and thrown away: derived keys. Expanding a key for the platform costs
/// more than such a key ever encrypts, and the platform refuses single DES, of which DUKPT is made.
/// </summary>
internal static class TdesBlock
{
    private const int BlockSize = 8;

    /// <summary>Encrypts in ECB.</summary>
    /// <param name="key">24 bytes, 16 bytes (K1 K2 K1) or 8 bytes (single DES).</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output) => Transform(true, key, input, output);

    /// <summary>Decrypts in ECB.</summary>
    /// <param name="key">As for <see cref="Encrypt"/>.</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output) => Transform(false, key, input, output);

    private static void Transform(bool encrypt, ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output)
    {
        IBlockCipher engine = key.Length == BlockSize ? new DesEngine() : new DesEdeEngine();
        engine.Init(encrypt, new KeyParameter(key));
        for (var i = 0; i < input.Length; i += BlockSize)
        {
            engine.ProcessBlock(input[i..], output[i..]);
        }
    }
}
