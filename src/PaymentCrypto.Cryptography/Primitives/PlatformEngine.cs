using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// The platform's AES with its key schedule kept. The one-shot methods of <see cref="SymmetricAlgorithm"/> would copy the key to
/// an unpinned array and expand it on every call, which costs more than all the rest of unwrapping a key block.
/// </summary>
internal sealed class PlatformEngine(SymmetricAlgorithm algorithm) : BlockEngine
{
    // Whole blocks.
    private const int ScratchSize = 256;

    // Each direction is expanded when it is first needed: most keys, and all that are used once, need one only.
    private ICryptoTransform? _encryptor;
    private ICryptoTransform? _decryptor;

    // ICryptoTransform takes arrays only: this one is pinned, and wiped after each use.
    private readonly byte[] _scratch = GC.AllocateArray<byte>(ScratchSize, pinned: true);

    public override void Encrypt(Span<byte> blocks) => Transform(_encryptor ??= algorithm.CreateEncryptor(), blocks);

    public override void Decrypt(Span<byte> blocks) => Transform(_decryptor ??= algorithm.CreateDecryptor(), blocks);

    public override void Dispose()
    {
        _encryptor?.Dispose();
        _decryptor?.Dispose();
    }

    private void Transform(ICryptoTransform transform, Span<byte> blocks)
    {
        // Most callers have one block, which two registers hold.
        if (blocks.Length == Vector128<byte>.Count)
        {
            ref byte block = ref MemoryMarshal.GetReference(blocks);
            ref byte scratch = ref MemoryMarshal.GetArrayDataReference(_scratch);
            Vector128.LoadUnsafe(ref block).StoreUnsafe(ref scratch);
            transform.TransformBlock(_scratch, 0, blocks.Length, _scratch, 0);
            Vector128.LoadUnsafe(ref scratch).StoreUnsafe(ref block);
            Vector128<byte>.Zero.StoreUnsafe(ref scratch);
            return;
        }

        while (!blocks.IsEmpty)
        {
            Span<byte> part = blocks[..Math.Min(blocks.Length, ScratchSize)];
            Span<byte> scratch = _scratch.AsSpan(0, part.Length);
            part.CopyTo(scratch);
            transform.TransformBlock(_scratch, 0, part.Length, _scratch, 0);
            scratch.CopyTo(part);
            CryptographicOperations.ZeroMemory(scratch);
            blocks = blocks[part.Length..];
        }
    }
}
