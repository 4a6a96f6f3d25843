using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// What only the receiver sees: tokens that a dishonest or faulty sender encrypted and signed as it should be, with AES-128 by the platform,
/// around a key encryption block (X9 TR-34:2012 6.2) or an ephemeral key that is wrong in one place.
/// </summary>
public sealed class Tr34ContentTests
{
    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly JsonElement Record = Tr34Fixture.Records["strict_cms_sorted_3des"];
    private static readonly Tr34KeyBlock Block = Tr34KeyBlock.Parse(Record.Hex("token"));
    private static readonly byte[] Ephemeral = Convert.FromHexString("000102030405060708090A0B0C0D0E0F");

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void The_block_opens_in_both_versions(int version)
    {
        using Tr34OpenedKey opened = Open(Pad(Plain(version)));
        Assert.Equal(Record.Hex("key"), opened.Key.ToArray());
    }

    public static TheoryData<string> Wrong => [.. Contents.Keys];

    private static Dictionary<string, (Func<byte[]> Make, CryptographyError Error)> Contents { get; } = new()
    {
        ["version 2"] = (() => Pad(Plain(version: 2)), CryptographyError.Tr34KeyEncryptionBlock),
        ["no version"] = (() => Pad(Plain(version: null)), CryptographyError.Tr34KeyEncryptionBlock),
        ["a header of another type"] = (() => Pad(Plain(type: "1.2.840.113549.1.7.2")), CryptographyError.Tr34KeyEncryptionBlock),
        ["a header that is too short"] = (() => Pad(Plain(header: "D0112K0TB00E000")), CryptographyError.Tr34KeyEncryptionBlock),
        ["a header of other signs"] = (() => Pad(Plain(header: "D0112K0TB00E000\u007F")), CryptographyError.Tr34KeyEncryptionBlock),
        ["another header"] = (() => Pad(Plain(header: Block.Header.Replace('K', 'P'))), CryptographyError.Tr34HeaderMismatch),
        ["an element more"] = (() => Pad(Plain(behind: [5, 0])), CryptographyError.Tr34KeyEncryptionBlock),
        ["a key that is too short"] = (() => Pad(Plain(key: new byte[8])), CryptographyError.Tr34KeyLength),
        ["no sequence"] = (() => [0x31, .. Pad(Plain()).AsSpan(1)], CryptographyError.Tr34KeyEncryptionBlock),
        ["a length that is none"] = (() => [0x30, 0x80, .. Pad(Plain()).AsSpan(2)], CryptographyError.Tr34KeyEncryptionBlock),
        ["a length beyond the end"] = (() => [0x30, 0x82, 0x40, 0, .. Pad(Plain()).AsSpan(4)], CryptographyError.Tr34KeyEncryptionBlock),
        ["padding of a wrong byte"] = (() => Change(Pad(Plain(header: Block.Header + "ABCD")), plain => plain[^2] ^= 1), CryptographyError.Tr34Padding),
        ["padding of a wrong last byte"] = (() => Change(Pad(Plain()), plain => plain[^1] ^= 1), CryptographyError.Tr34Padding),
        ["padding of two blocks"] = (() => Pad(Plain(), more: 16), CryptographyError.Tr34Padding),
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Another_content_is_refused(string what)
    {
        CryptographyException refusal = Tr34Fixture.Refused(Contents[what].Error, () => Open(Contents[what].Make()).Dispose());
        Assert.True(refusal.IsAfterDecryption);
    }

    // One sender of a public sample leaves the padding out where the block is aligned; a whole block of it is what PKCS#7 has there.
    [Fact]
    public void A_block_that_is_aligned_may_have_a_block_of_padding_or_none()
    {
        byte[] aligned = Enumerable.Range(25, 16).Select(length => Plain(key: new byte[length]))
            .First(plain => plain.Length % 16 == 0);
        Tr34Fixture.Refused(CryptographyError.Tr34KeyLength, () => Open(aligned).Dispose());
        Tr34Fixture.Refused(CryptographyError.Tr34KeyLength, () => Open(Pad(aligned)).Dispose());
        Tr34Fixture.Refused(CryptographyError.Tr34Padding, () => Open([.. aligned, .. new byte[16]]).Dispose());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void The_ciphertext_is_of_whole_blocks(int length) =>
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => OpenSealed(new byte[length], Wrap(Ephemeral)).Dispose());

    [Theory]
    [InlineData(15)]
    [InlineData(24)]
    [InlineData(32)]
    public void The_ephemeral_key_is_as_long_as_the_cipher_needs(int length)
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34EphemeralKey, () => OpenSealed(Encrypt(Pad(Plain())), Wrap(new byte[length])).Dispose());
        Assert.Contains($"{length} bytes", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.IsAfterDecryption);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(257)]
    public void The_encrypted_key_is_as_long_as_the_modulus(int length)
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34EphemeralKey, () => OpenSealed(Encrypt(Pad(Plain())), new byte[length]).Dispose());
        Assert.Contains($"{length} bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cipher_that_is_not_known_is_called_by_its_name()
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34Cipher, () => OpenSealed(Encrypt(Pad(Plain())), Wrap(Ephemeral), cipher: "2.16.840.1.101.3.4.1.6").Dispose());
        Assert.Contains("2.16.840.1.101.3.4.1.6", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Plain(int? version = 1, string type = Data, string? header = null, byte[]? key = null, byte[]? behind = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (version is { } number)
            {
                writer.WriteInteger(number);
            }

            WriteIdentifier(writer, "kdh");
            writer.WriteOctetString(key ?? Record.Hex("key"));
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(type);
                using (writer.PushSetOf())
                {
                    writer.WriteOctetString(Encoding.ASCII.GetBytes(header ?? Block.Header));
                }
            }

            if (behind is not null)
            {
                writer.WriteEncodedValue(behind);
            }
        }

        return writer.Encode();
    }

    private static byte[] Pad(byte[] plain, int more = 0)
    {
        int padding = 16 - (plain.Length % 16) + more;
        return [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
    }

    private static byte[] Change(byte[] bytes, Action<byte[]> change)
    {
        change(bytes);
        return bytes;
    }

    private static byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Ephemeral;
        return aes.EncryptCbc(plain, new byte[16], PaddingMode.None);
    }

    private static byte[] Wrap(byte[] key) => Tr34Fixture.Key("krd").Encrypt(key, RSAEncryptionPadding.OaepSHA256);

    private static Tr34OpenedKey Open(byte[] plain) => OpenSealed(Encrypt(plain), Wrap(Ephemeral));

    private static Tr34OpenedKey OpenSealed(byte[] ciphertext, byte[] encryptedKey, string cipher = "2.16.840.1.101.3.4.1.2")
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                WriteIdentifier(writer, "krd");
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.1.7");
                    writer.WriteEncodedValue(Convert.FromHexString(
                        "3027" + "300B0609608648016503040201" + "301806092A864886F70D010108300B0609608648016503040201"));
                }

                writer.WriteOctetString(encryptedKey);
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Data);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(cipher);
                    writer.WriteOctetString(new byte[16]);
                }

                writer.WriteOctetString(ciphertext, new Asn1Tag(TagClass.ContextSpecific, 0));
            }
        }

        return Tr34KeyBlock.Open(Tr34Resigner.Resign(Block, writer.Encode(), Tr34Fixture.Key("kdh")), Tr34Fixture.Receiver(Record));
    }

    private static void WriteIdentifier(AsnWriter writer, string certificate)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(Tr34Fixture.Certificate(certificate).IssuerName.RawData);
            writer.WriteInteger(Tr34Fixture.Certificate(certificate).SerialNumberBytes.Span);
        }
    }
}
