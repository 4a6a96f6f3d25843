using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>Writes key blocks.</summary>
internal static class KeyBlockWriter
{
    private const int MaxTotalLength = 9999;
    private const int LengthFieldLength = 2;

    public static Tr31KeyBlock Wrap(Tr31KeyBlockHeader header, ReadOnlySpan<byte> key, KeyBlockProtectionKey protectionKey, Tr31WrapOptions options)
    {
        var findings = new Findings(strict: false);
        WrapRules.Check(header, key.Length, options, findings);
        ProtectionCiphers ciphers = protectionKey.CiphersFor(header.Version);
        WrappedKeyRules.CheckStrength(header.Algorithm, key.Length, protectionKey, findings);

        Tr31OptionalBlock[] blocks = OptionalBlockWriter.Complete(header, key, protectionKey, options);
        int headerLength = Tr31KeyBlockHeader.FixedLength + blocks.Sum(block => block.Text.Length);
        int payloadLength = PayloadLength(header, key.Length, options);
        int outputLength = payloadLength + PayloadProtection.MacLength(header.Version);
        int total = headerLength + (2 * outputLength);
        if (total > MaxTotalLength)
        {
            throw new CryptographyException(CryptographyError.Tr31Length, $"The key block would have {total} characters; the most is {MaxTotalLength}.");
        }

        string text = (header with { TotalLength = total, Reserved = '0', OwnedOptionalBlocks = blocks }).ToString();
        using var clear = new SecretBuffer(headerLength + payloadLength);
        Encoding.ASCII.GetBytes(text, clear.Span);
        WritePayload(key, options.KeyPadding, clear.Span[headerLength..]);
        byte[] output = new byte[outputLength];
        PayloadProtection.Protect(header.Version, ciphers, clear.Span, headerLength, output);

        // What was written must read back; this also checks every field of the caller's header.
        return Tr31KeyBlock.Parse(text + HexText.Format(output)).WithWarnings(findings.Warnings);
    }

    private static int PayloadLength(Tr31KeyBlockHeader header, int keyLength, Tr31WrapOptions options)
    {
        int length = LengthFieldLength
            + (options.KeyPadding is { } padding
                ? keyLength + padding.Length
                : WrapRules.PaddedKeyLength(header.Algorithm, keyLength, options.HideKeyLength));
        int alignment = PayloadProtection.PayloadAlignment(header.Version);
        return (length + alignment - 1) / alignment * alignment;
    }

    private static void WritePayload(ReadOnlySpan<byte> key, ReadOnlySpan<byte> padding, Span<byte> payload)
    {
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)(8 * key.Length));
        key.CopyTo(payload[LengthFieldLength..]);
        Span<byte> rest = payload[(LengthFieldLength + key.Length)..];
        if (padding.IsEmpty)
        {
            RandomNumberGenerator.Fill(rest);
        }
        else
        {
            padding.CopyTo(rest);
        }
    }
}
