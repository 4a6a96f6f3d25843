using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// TDES for the keys that the platform refuses: those with equal neighbouring parts, which make triple DES single DES. Old key blocks
/// and test keys have them, and it is the caller's business to warn, not the cipher's to fail.
/// </summary>
internal sealed class WeakTdesEngine : BlockEngine
{
    private const int BlockSize = 8;

    private readonly DesEdeEngine _encryptor = new();
    private readonly DesEdeEngine _decryptor = new();

    public WeakTdesEngine(ReadOnlySpan<byte> key)
    {
        var parameter = new KeyParameter(key);
        _encryptor.Init(forEncryption: true, parameter);
        _decryptor.Init(forEncryption: false, parameter);
    }

    public override void Encrypt(Span<byte> blocks) => Transform(_encryptor, blocks);

    public override void Decrypt(Span<byte> blocks) => Transform(_decryptor, blocks);

    public override void Dispose()
    {
        // Nothing that could be released: the library keeps its key schedule in managed memory of its own.
    }

    private static void Transform(DesEdeEngine engine, Span<byte> blocks)
    {
        for (; !blocks.IsEmpty; blocks = blocks[BlockSize..])
        {
            engine.ProcessBlock(blocks[..BlockSize], blocks[..BlockSize]);
        }
    }
}
