using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>Import checks six to nine: everything that needs the KBPK.</summary>
internal static class KeyBlockReader
{
    private const int MaxStackBytes = 1024;
    private const int LengthFieldLength = 2;

    public static Tr31UnwrappedKey Unwrap(Tr31KeyBlock block, int headerLength, KeyBlockProtectionKey protectionKey, Tr31ReadOptions options)
    {
        ProtectionCiphers ciphers = protectionKey.CiphersFor(block.Header.Version);
        int inputLength = (block.Text.Length - headerLength) / 2;
        int clearLength = headerLength + inputLength - PayloadProtection.MacLength(block.Header.Version);
        int total = clearLength + inputLength;
        using SecretBuffer? large = total > MaxStackBytes ? new SecretBuffer(total) : null;
        Span<byte> buffer = large is null ? stackalloc byte[total] : large.Span;
        try
        {
            return Unwrap(block, headerLength, protectionKey, ciphers, options, buffer[..clearLength], buffer[clearLength..]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Whether the MAC verifies; false also for a key that does not fit the version.</summary>
    public static bool HasMacOf(Tr31KeyBlock block, int headerLength, KeyBlockProtectionKey protectionKey)
    {
        if (!protectionKey.Fits(block.Header.Version))
        {
            return false;
        }

        byte[] input = Convert.FromHexString(block.Text.AsSpan(headerLength));
        using var clear = new SecretBuffer(headerLength + input.Length - PayloadProtection.MacLength(block.Header.Version));
        Encoding.ASCII.GetBytes(block.Text.AsSpan(0, headerLength), clear.Span);
        return PayloadProtection.Unprotect(block.Header.Version, protectionKey.CiphersFor(block.Header.Version), input, clear.Span, headerLength);
    }

    private static Tr31UnwrappedKey Unwrap(
        Tr31KeyBlock block,
        int headerLength,
        KeyBlockProtectionKey protectionKey,
        ProtectionCiphers ciphers,
        Tr31ReadOptions options,
        Span<byte> clear,
        Span<byte> input)
    {
        Tr31KeyBlockHeader header = block.Header;
        Encoding.ASCII.GetBytes(block.Text.AsSpan(0, headerLength), clear);
        HexText.TryDecode(block.Text.AsSpan(headerLength), input, out _);
        if (!PayloadProtection.Unprotect(header.Version, ciphers, input, clear, headerLength))
        {
            throw new CryptographyException(CryptographyError.Tr31Mac, WrappedKeyRules.ExplainMacFailure(header, protectionKey));
        }

        ReadOnlySpan<byte> key = ReadKey(clear[headerLength..]);
        var findings = new Findings(options.Strict);
        WrappedKeyRules.CheckLength(header.Algorithm, key.Length, options.AllowNonStandardKeyLength, findings);
        WrappedKeyRules.CheckCheckValues(header, key, protectionKey, findings);
        WrappedKeyRules.CheckStrength(header.Algorithm, key.Length, protectionKey, findings);
        IReadOnlyList<CryptographyWarning> warnings = findings.Warnings.Count == 0 ? block.Warnings : [.. block.Warnings, .. findings.Warnings];
        return new Tr31UnwrappedKey(header, SecretBuffer.CopyOf(key), warnings);
    }

    private static ReadOnlySpan<byte> ReadKey(ReadOnlySpan<byte> payload)
    {
        int bits = BinaryPrimitives.ReadUInt16BigEndian(payload);
        if (bits == 0 || bits % 8 != 0)
        {
            throw new CryptographyException(CryptographyError.Tr31KeyLength,
                $"The payload says that the key has {bits} bits; a key has whole bytes, at least one.");
        }

        int room = payload.Length - LengthFieldLength;
        return bits / 8 <= room
            ? payload.Slice(LengthFieldLength, bits / 8)
            : throw new CryptographyException(
                CryptographyError.Tr31KeyLength, $"The payload says that the key has {bits / 8} bytes, but it has room for {room} only.");
    }
}
