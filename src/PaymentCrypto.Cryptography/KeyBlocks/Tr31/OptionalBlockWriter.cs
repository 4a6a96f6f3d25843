using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>The optional blocks of a new key block: the caller's, check values where asked, and padding where needed.</summary>
internal static class OptionalBlockWriter
{
    private const string PaddingId = "PB";
    private const int ShortHeaderLength = 4;
    private const int LegacyLength = 3;
    private const int CmacLength = 5;
    private const string PaddingCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static Tr31OptionalBlock[] Complete(
        Tr31KeyBlockHeader header, ReadOnlySpan<byte> key, KeyBlockProtectionKey protectionKey, Tr31WrapOptions options)
    {
        var blocks = header.OptionalBlocks.Select(block => block.Normalised()).ToList();
        if (options.AddKeyCheckValue && WrappedKeyRules.CipherOf(header.Algorithm) is { } cipher)
        {
            Replace(blocks, cipher == BlockCipherAlgorithm.Aes
                ? KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Cmac, KeyCheckValue.Cmac(cipher, key, CmacLength))
                : KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Legacy, KeyCheckValue.AnsiX924(cipher, key, LegacyLength)));
        }

        if (options.AddProtectionKeyCheckValue)
        {
            bool aes = protectionKey.Algorithm == BlockCipherAlgorithm.Aes;
            Replace(blocks, KeyCheckValueBlock.ForProtectionKey(
                aes ? KeyCheckValueMethod.Cmac : KeyCheckValueMethod.Legacy,
                protectionKey.ComputeCheckValue(aes, aes ? CmacLength : LegacyLength)));
        }

        Pad(blocks, HeaderRules.CipherBlockSize(header.Version));
        return blocks.Count <= Tr31KeyBlockHeader.MaxOptionalBlocks
            ? [.. blocks]
            : throw new CryptographyException(
                CryptographyError.Tr31OptionalBlock,
                $"A header takes up to {Tr31KeyBlockHeader.MaxOptionalBlocks} optional blocks, padding included, but there are {blocks.Count}.");
    }

    private static void Replace(List<Tr31OptionalBlock> blocks, Tr31OptionalBlock block)
    {
        blocks.RemoveAll(other => other.Id == block.Id);
        int padding = blocks.FindIndex(other => other.Id == PaddingId);
        blocks.Insert(padding < 0 ? blocks.Count : padding, block);
    }

    /// <summary>A padding block that fits is kept as it is; any other is replaced or dropped.</summary>
    private static void Pad(List<Tr31OptionalBlock> blocks, int blockSize)
    {
        if (blocks.Sum(block => block.Text.Length) % blockSize == 0)
        {
            return;
        }

        blocks.RemoveAll(block => block.Id == PaddingId);
        int gap = (blockSize - (blocks.Sum(block => block.Text.Length) % blockSize)) % blockSize;
        if (gap == 0)
        {
            return;
        }

        int length = gap < ShortHeaderLength ? gap + blockSize : gap;
        blocks.Add(new Tr31OptionalBlock(PaddingId, RandomNumberGenerator.GetString(PaddingCharacters, length - ShortHeaderLength)));
    }
}
