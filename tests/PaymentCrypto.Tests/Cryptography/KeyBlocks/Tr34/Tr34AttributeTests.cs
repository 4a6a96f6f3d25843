using System.Buffers.Binary;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>What a signer states beside the envelope (X9 TR-34:2012 6.2, RFC 5652 5.3 and 11): signed properly each time.</summary>
public sealed class Tr34AttributeTests
{
    private const string ContentType = "06092A864886F70D010903";
    private const string Digest = "06092A864886F70D010904";
    private const string Header = "06092A864886F70D010701";
    private const string Nonce = "060A2A864886F70D01091903";

    private static readonly JsonElement Record = Tr34Fixture.Records["strict_cms_sorted_3des"];
    private static readonly Tr34KeyBlock Block = Tr34KeyBlock.Parse(Record.Hex("token"));

    [Theory]
    [InlineData(ContentType, CryptographyError.Tr34Attribute)]
    [InlineData(Digest, CryptographyError.Tr34Attribute)]
    [InlineData(Header, CryptographyError.Tr34Attribute)]
    [InlineData(Nonce, CryptographyError.Tr34NonceMissing)]
    public void None_of_the_attributes_may_be_missing(string type, CryptographyError error)
    {
        int before = 0, after = 0;
        Tr34Fixture.Refused(error, () => Open(attributes =>
        {
            before = attributes.Count;
            attributes.RemoveAll(attribute => Is(attribute, type));
            after = attributes.Count;
            return attributes;
        }));
        Assert.Equal(before - 1, after);
    }

    [Fact]
    public void A_token_with_neither_nonce_nor_time_is_not_fresh_for_a_receiver_without_a_nonce_either()
    {
        byte[] token = Sign(attributes => [.. attributes.Where(attribute => !Is(attribute, Nonce))]);
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr34NonceMissing, () => Tr34KeyBlock.Open(token, Tr34Fixture.Receiver(null)));
        Assert.Contains("neither", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signer_without_signed_attributes_is_refused() => Tr34Fixture.Refused(CryptographyError.Tr34Attribute, () => Open(_ => []));

    [Theory]
    [InlineData(ContentType)]
    [InlineData(Digest)]
    [InlineData(Header)]
    [InlineData(Nonce)]
    public void None_of_the_attributes_stands_twice(string type)
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34Attribute, () => Open(attributes => [.. attributes, attributes.Single(attribute => Is(attribute, type))]));
        Assert.Contains("twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_attribute_that_is_known_there_is_one_value()
    {
        byte[] twoTypes = Convert.FromHexString("3023" + ContentType + "3116" + "06092A864886F70D010703" + "06092A864886F70D010703");
        Tr34Fixture.Refused(
            CryptographyError.Tr34Malformed, () => Open(attributes => [twoTypes, .. attributes.Where(attribute => !Is(attribute, ContentType))]));
    }

    [Fact]
    public void An_attribute_is_a_type_and_its_values()
    {
        byte[] longer = Convert.FromHexString("300B06032A0304310205000500");
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Open(attributes => [.. attributes, longer]));
    }

    [Fact]
    public void The_content_that_is_signed_is_an_envelope()
    {
        byte[] data = Convert.FromHexString("3018" + ContentType + "310B" + "06092A864886F70D010701");
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34Attribute, () => Open(attributes => [data, .. attributes.Where(attribute => !Is(attribute, ContentType))]));
        Assert.Contains("is data", refusal.Message, StringComparison.Ordinal);
    }

    // RFC 5652 5.3 and 6.1: what others add is passed over, where the syntax has room for it.
    [Fact]
    public void Attributes_that_are_not_known_are_passed_over_wherever_they_may_stand()
    {
        byte[] unknown = Convert.FromHexString("300906032A030431020500");
        Open(attributes => [.. attributes, unknown]);
        Open(attributes => attributes, [0xA1, 0x09, .. unknown[2..]]);
        byte[] envelope = Block.EnvelopeContents.ToArray();
        byte[] longer = [.. envelope, 0xA1, 0x00];
        BinaryPrimitives.WriteUInt16BigEndian(longer.AsSpan(2), (ushort)(envelope.Length - 4 + 2));
        Tr34KeyBlock.Open(Tr34Resigner.Resign(Block, longer, Tr34Fixture.Key("kdh")), Tr34Fixture.Receiver(Record)).Dispose();
    }

    [Theory]
    [InlineData("06092A864886F70D010101", "06092A864886F70D01010B", true)] // sha256WithRSAEncryption says the same
    [InlineData("06092A864886F70D010101", "06092A864886F70D010105", false)] // SHA-1
    [InlineData("06092A864886F70D010101", "06092A864886F70D01010A", false)] // PSS
    [InlineData("0609608648016503040201", "0609608648016503040203", false)] // SHA-512
    public void A_token_is_signed_with_RSA_and_SHA_256(string from, string to, bool allowed)
    {
        // The last of them in the token is that of the signer.
        byte[] token = Record.Hex("token");
        Convert.FromHexString(to).CopyTo(token, token.AsSpan().LastIndexOf(Convert.FromHexString(from)));
        void Verify() => Tr34KeyBlock.Parse(token).VerifySignature(Tr34Fixture.Certificate("kdh"));
        if (allowed)
        {
            Verify();
        }
        else
        {
            Tr34Fixture.Refused(CryptographyError.Tr34SignatureAlgorithm, Verify);
        }
    }

    private static bool Is(byte[] attribute, string type) => attribute.AsSpan(2).StartsWith(Convert.FromHexString(type));

    private static byte[] Sign(Func<List<byte[]>, List<byte[]>> change, params byte[][] behind)
        => Tr34Resigner.Resign(Block, Block.EnvelopeContents.ToArray(), Tr34Fixture.Key("kdh"), change, behind);

    private static void Open(Func<List<byte[]>, List<byte[]>> change, params byte[][] behind)
        => Tr34KeyBlock.Open(Sign(change, behind), Tr34Fixture.Receiver(Record)).Dispose();
}
