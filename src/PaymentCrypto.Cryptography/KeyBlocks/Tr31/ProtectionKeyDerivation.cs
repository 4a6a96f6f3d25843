using System.Buffers.Binary;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>How encryption key and MAC key come from the key block protection key (X9.143, 7).</summary>
internal static class ProtectionKeyDerivation
{
    public const ushort EncryptionCbcUsage = 0x0000;
    public const ushort AuthenticationUsage = 0x0001;
    public const ushort EncryptionCtrUsage = 0x0002;
    public const byte EncryptionVariant = 0x45;
    public const byte AuthenticationVariant = 0x4D;

    private const int InputLength = 8;

    /// <summary>Versions B, D and E: a counter-mode KDF with CMAC.</summary>
    public static SecretBuffer Derive(BlockCipher protectionKey, ushort usage)
    {
        int length = protectionKey.KeyLength;
        int blockSize = protectionKey.BlockSize;
        Span<byte> input = stackalloc byte[InputLength];
        BinaryPrimitives.WriteUInt16BigEndian(input[1..], usage);
        input[3] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(input[4..], AlgorithmId(protectionKey));
        BinaryPrimitives.WriteUInt16BigEndian(input[6..], (ushort)(8 * length));
        var derived = new SecretBuffer(length);
        for ((int offset, byte counter) = (0, (byte)1); offset < length; offset += blockSize, counter++)
        {
            input[0] = counter;
            protectionKey.ComputeCmac(input, derived.Span.Slice(offset, Math.Min(blockSize, length - offset)));
        }

        return derived;
    }

    /// <summary>Versions A and C: every byte XOR a constant.</summary>
    public static SecretBuffer Variant(ReadOnlySpan<byte> protectionKey, byte constant)
    {
        var variant = SecretBuffer.CopyOf(protectionKey);
        foreach (ref byte b in variant.Span)
        {
            b ^= constant;
        }

        return variant;
    }

    private static ushort AlgorithmId(BlockCipher key) => (key.Algorithm, key.KeyLength) switch
    {
        (BlockCipherAlgorithm.Tdes, 16) => 0,
        (BlockCipherAlgorithm.Tdes, _) => 1,
        (_, 16) => 2,
        (_, 24) => 3,
        _ => 4,
    };
}
