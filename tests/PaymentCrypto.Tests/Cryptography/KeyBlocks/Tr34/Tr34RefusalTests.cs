using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>Checks that refuse a token, each alone: signature, digest and everything else are in order.</summary>
public sealed class Tr34RefusalTests
{
    private const string Sha256 = "0609608648016503040201";
    private const string Data = "06092A864886F70D010701";

    private static readonly JsonElement Record = Tr34Fixture.Records["strict_cms_sorted_3des"];
    private static readonly Tr34KeyBlock Block = Tr34KeyBlock.Parse(Record.Hex("token"));

    // Who brings the signing certificate without its issuer has it checked for its dates all the same.
    [Fact]
    public void A_signing_certificate_without_its_issuer_is_valid_at_the_instant_too()
    {
        X509Certificate2 signer = Tr34Fixture.Certificate("kdh");
        OpenAt(signer, Tr34Fixture.Now);
        Tr34Fixture.Refused(CryptographyError.CertificateExpired, () => OpenAt(signer, new DateTimeOffset(signer.NotAfter).AddSeconds(1)));
        Tr34Fixture.Refused(CryptographyError.CertificateNotYetValid, () => OpenAt(signer, new DateTimeOffset(signer.NotBefore).AddSeconds(-1)));
    }

    // The same name, number and key as the right one, but it says that it is not for signatures (RFC 5280 4.2.1.3).
    [Fact]
    public void A_signing_certificate_may_sign()
    {
        Tr34Fixture.Refused(CryptographyError.CertificateKeyUsage, () => Open(X509KeyUsageFlags.KeyEncipherment));
        Open(X509KeyUsageFlags.DigitalSignature);
    }

    [Fact]
    public void The_ephemeral_key_travels_by_OAEP_with_SHA_256()
        => Tr34Fixture.Refused(CryptographyError.Tr34KeyTransport, () => OpenResigned(Replace(Envelope(), Sha256, "0609608648016503040202")));

    [Fact]
    public void The_envelope_holds_data()
        => Tr34Fixture.Refused(CryptographyError.Tr34ContentType, () => OpenResigned(Replace(Envelope(), Data, "06092A864886F70D010703")));

    [Fact]
    public void A_token_is_signed_data()
    {
        byte[] token = Record.Hex("token");
        int at = token.AsSpan().IndexOf(Convert.FromHexString("06092A864886F70D010702"));
        token[at + 10] = 3;
        Tr34Fixture.Refused(CryptographyError.Tr34ContentType, () => Tr34KeyBlock.Parse(token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_envelope_has_one_recipient(int count)
        => Tr34Fixture.Refused(CryptographyError.Tr34RecipientCount, () => OpenResigned(WithRecipients(recipient => [.. Enumerable.Repeat(recipient, count)])));

    // RFC 5652 6.2: [1] is an agreement on a key, which TR-34 does not have.
    [Fact]
    public void A_recipient_is_one_of_key_transport()
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34KeyTransport, () => OpenResigned(WithRecipients(recipient => [[0xA1, .. recipient[1..]]])));
        Assert.Contains("0xA1", refusal.Message, StringComparison.Ordinal);
    }

    // An element that nobody reads is room for whatever a sender wants to hide, so none may follow inside a structure.
    [Fact]
    public void Nothing_follows_the_last_element_of_a_structure()
    {
        var taken = new List<string>();
        int structures = 0;
        foreach ((string path, byte[] longer) in Longer(Envelope(), "envelope"))
        {
            structures++;
            try
            {
                OpenResigned(longer);
                taken.Add(path);
            }
            catch (CryptographyException)
            {
                // As it should be.
            }
        }

        Assert.InRange(structures, 8, 60);
        Assert.Equal(string.Empty, string.Join(", ", taken));
    }

    // ContentInfo, its [0], SignedData, encapContentInfo, its [0].
    [Fact]
    public void Nothing_follows_the_last_element_of_the_frames_around_the_envelope()
    {
        string[] frames = ["token", "token 1", "token 1 0", "token 1 0 2", "token 1 0 2 1"];
        (string Path, byte[] Encoded)[] longer = [.. Longer(Record.Hex("token"), "token").Where(token => frames.Contains(token.Path))];
        Assert.Equal(frames.Length, longer.Length);
        Assert.All(longer, token => Assert.Throws<CryptographyException>(() => Tr34KeyBlock.Parse(token.Encoded)));
    }

    // Behind an element of indefinite length, which announces none.
    [Fact]
    public void Nothing_follows_a_token_whose_length_is_not_announced()
    {
        byte[] token = Record.Hex("token");
        byte[] indefinite = [0x30, 0x80, .. token[4..], 0, 0];
        Tr34KeyBlock.Open(indefinite, Tr34Fixture.Receiver(Record)).Dispose();
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34KeyBlock.Parse([.. indefinite, 5, 0]));
        byte[] nonce = Convert.FromHexString("3080060A2A864886F70D01091903310A040800000000000000000000");
        Assert.Equal(new byte[8], Tr34RandomToken.Parse(nonce));
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34RandomToken.Parse([.. nonce, 5, 0]));
    }

    private static byte[] Envelope() => Block.EnvelopeContents.ToArray();

    private static void OpenResigned(byte[] envelope)
        => Tr34KeyBlock.Open(Tr34Resigner.Resign(Block, envelope, Tr34Fixture.Key("kdh")), Tr34Fixture.Receiver(Record)).Dispose();

    private static void Open(X509KeyUsageFlags usage)
    {
        X509Certificate2 right = Tr34Fixture.Certificate("kdh");
        var request = new CertificateRequest(right.SubjectName, Tr34Fixture.Key("kdh"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        X509Certificate2 certificate = request.Create(
            right.IssuerName,
            X509SignatureGenerator.CreateForRSA(Tr34Fixture.Key("kdh_ca"), RSASignaturePadding.Pkcs1),
            right.NotBefore,
            right.NotAfter,
            right.SerialNumberBytes.Span);
        OpenAt(certificate, Tr34Fixture.Now);
    }

    private static void OpenAt(X509Certificate2 signer, DateTimeOffset instant)
    {
        Tr34OpenOptions known = Tr34Fixture.Receiver(Record);
        var options = new Tr34OpenOptions
        {
            RecipientPrivateKey = known.RecipientPrivateKey,
            RecipientCertificate = known.RecipientCertificate,
            SignerCertificate = signer,
            ValidAt = instant,
            ExpectedNonce = known.ExpectedNonce,
        };
        Tr34KeyBlock.Open(Record.Hex("token"), options).Dispose();
    }

    private static byte[] Replace(byte[] bytes, string from, string to)
        => Convert.FromHexString(Convert.ToHexString(bytes).Replace(from, to, StringComparison.Ordinal));

    private static byte[] WithRecipients(Func<byte[], byte[][]> change)
    {
        AsnReader old = new AsnReader(Envelope(), AsnEncodingRules.BER).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(old.ReadEncodedValue().Span);
            byte[] recipient = old.ReadSetOf().ReadEncodedValue().ToArray();
            using (writer.PushSetOf())
            {
                foreach (byte[] changed in change(recipient))
                {
                    writer.WriteEncodedValue(changed);
                }
            }

            writer.WriteEncodedValue(old.ReadEncodedValue().Span);
        }

        return writer.Encode();
    }

    /// <summary>The encoding with one NULL more, at the end of each SEQUENCE and SET in turn.</summary>
    private static IEnumerable<(string Path, byte[] Encoded)> Longer(byte[] encoded, string path)
    {
        var contents = new AsnReader(encoded, AsnEncodingRules.BER);
        Asn1Tag tag = contents.PeekTag();
        if (!tag.IsConstructed)
        {
            yield break;
        }

        AsnReader inner = tag.TagClass == TagClass.Universal && tag.TagValue == (int)UniversalTagNumber.SetOf
            ? contents.ReadSetOf(skipSortOrderValidation: true)
            : contents.ReadSequence(tag);
        var elements = new List<byte[]>();
        while (inner.HasData)
        {
            elements.Add(inner.ReadEncodedValue().ToArray());
        }

        yield return (path, Build(tag, [.. elements, [5, 0]]));
        for (int i = 0; i < elements.Count; i++)
        {
            foreach ((string place, byte[] longer) in Longer(elements[i], $"{path} {i}"))
            {
                yield return (place, Build(tag, [.. elements[..i], longer, .. elements[(i + 1)..]]));
            }
        }
    }

    private static byte[] Build(Asn1Tag tag, List<byte[]> elements)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence(tag.TagClass == TagClass.Universal ? Asn1Tag.Sequence : tag))
        {
            elements.ForEach(element => writer.WriteEncodedValue(element));
        }

        byte[] encoded = writer.Encode();
        if (tag.TagClass == TagClass.Universal && tag.TagValue == (int)UniversalTagNumber.SetOf)
        {
            encoded[0] = 0x31;
        }

        return encoded;
    }
}
