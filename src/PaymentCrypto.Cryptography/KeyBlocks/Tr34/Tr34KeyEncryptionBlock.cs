using System.Formats.Asn1;
using System.Globalization;
using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// The encrypted content of a key token: version, the KDH's identifier, the clear key and the key block header once more
/// (X9 TR-34:2012 section 6.2). No message from here may hold anything of the plaintext but the identifier and the header.
/// </summary>
internal static class Tr34KeyEncryptionBlock
{
    private const int Version = 1;

    /// <summary>Room for a name, a serial number and the frame, so that the writer's buffer need not grow with the key in it.</summary>
    private const int FrameLength = 4096;

    /// <summary>Reads the block, compares it with what the token signed, and takes the key out.</summary>
    public static Tr34OpenedKey Open(ReadOnlyMemory<byte> plaintext, int cipherBlockLength, Tr34KeyBlock block, Tr34SignatureForm form)
    {
        ReadOnlyMemory<byte> encoded = plaintext[..FrameOf(plaintext.Span)];
        CheckPadding(plaintext.Span[encoded.Length..], cipherBlockLength);

        Asn1Cursor sequence =
            new Asn1Cursor(encoded, CryptographyError.Tr34KeyEncryptionBlock, "decrypted content", AsnEncodingRules.DER).Sequence("key encryption block");
        int version = sequence.SmallInteger("version");
        if (version is not (0 or Version))
        {
            throw Malformed("its version is neither 1 nor 0");
        }

        var signer = CertificateIdentifier.Read(sequence, "KDH issuerAndSerialNumber");
        ReadOnlyMemory<byte> key = sequence.OctetString("clear key");
        string header = ReadHeader(sequence.Sequence("key block header"));
        if (sequence.HasData)
        {
            throw Malformed("an element follows the header");
        }

        if (!signer.Matches(block.Signer))
        {
            throw new CryptographyException(
                CryptographyError.Tr34InnerSignerMismatch, $"The encrypted block names the KDH {signer}; the token is signed by {block.Signer}.");
        }

        if (header != block.Header)
        {
            throw new CryptographyException(
                CryptographyError.Tr34HeaderMismatch, $"The encrypted block holds the header {header}; the signed attribute holds {block.Header}.");
        }

        Tr34Header.CheckKeyLength(header, key.Length);
        return new Tr34OpenedKey(block, form, key.Span);
    }

    /// <summary>The block with PKCS#7 padding, pinned; the caller zeroes it or encrypts it in place.</summary>
    public static byte[] Build(ReadOnlySpan<byte> key, string header, CertificateIdentifier signer, int cipherBlockLength)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, FrameLength + key.Length + header.Length);
        try
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(Version);
                signer.Write(writer);
                writer.WriteOctetString(key);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Data);
                    using (writer.PushSetOf())
                    {
                        writer.WriteOctetString(Encoding.ASCII.GetBytes(header));
                    }
                }
            }

            int length = writer.GetEncodedLength();
            int padding = cipherBlockLength - (length % cipherBlockLength);
            byte[] padded = GC.AllocateUninitializedArray<byte>(length + padding, pinned: true);
            writer.Encode(padded);
            padded.AsSpan(length).Fill((byte)padding);
            return padded;
        }
        finally
        {
            // Reset zeroes what has been written.
            writer.Reset();
        }
    }

    private static int FrameOf(ReadOnlySpan<byte> plaintext) =>
        plaintext[0] == 0x30 && Asn1Frame.AnnouncedLength(plaintext) is { } length && length <= plaintext.Length
            ? (int)length
            : throw Malformed("it is not a SEQUENCE of a length that fits");

    /// <summary>PKCS#7, or nothing at all behind a block that is aligned already: one public sample sender leaves it out then.</summary>
    private static void CheckPadding(ReadOnlySpan<byte> tail, int cipherBlockLength)
    {
        if (tail.IsEmpty)
        {
            return;
        }

        if (tail.Length > cipherBlockLength || tail.IndexOfAnyExcept((byte)tail.Length) >= 0)
        {
            throw new CryptographyException(CryptographyError.Tr34Padding, string.Create(
                CultureInfo.InvariantCulture,
                $"{tail.Length} bytes follow the decrypted key encryption block; PKCS#7 has at most {cipherBlockLength} there, each of the value of their "
                    + $"number."));
        }
    }

    private static string ReadHeader(Asn1Cursor attribute)
    {
        string oid = attribute.Oid("type");
        if (oid != Oids.Data)
        {
            throw Malformed($"its header has the type {Oids.NameOf(oid)}, not data");
        }

        return Tr34Header.Decode(attribute.SetOf("values").OctetString("key block header").Span);
    }

    private static CryptographyException Malformed(string reason) =>
        new(CryptographyError.Tr34KeyEncryptionBlock, $"The decrypted content is not a key encryption block: {reason}.");
}
