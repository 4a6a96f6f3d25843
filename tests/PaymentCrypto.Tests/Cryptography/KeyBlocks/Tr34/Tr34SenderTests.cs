using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>A sender makes no token that a receiver has to refuse.</summary>
public sealed class Tr34SenderTests
{
    private const string Header = "D0112K0TB00E0000";
    private static readonly byte[] Nonce = new byte[8];

    [Fact]
    public void A_certificate_that_may_not_sign_signs_nothing()
    {
        X509Certificate2 right = Tr34Fixture.Certificate("kdh");
        Tr34Fixture.Refused(CryptographyError.CertificateKeyUsage, () => Create(signer: Again(right, "kdh", X509KeyUsageFlags.KeyEncipherment)));
        Create(signer: Again(right, "kdh", X509KeyUsageFlags.DigitalSignature));
    }

    [Fact]
    public void Nothing_is_wrapped_for_a_certificate_that_may_not_decipher()
    {
        X509Certificate2 right = Tr34Fixture.Certificate("krd");
        Tr34Fixture.Refused(CryptographyError.CertificateKeyUsage, () => Create(recipient: Again(right, "krd", X509KeyUsageFlags.DigitalSignature)));
        Create(recipient: Again(right, "krd", X509KeyUsageFlags.KeyEncipherment));
    }

    [Fact]
    public void Nothing_is_wrapped_for_a_key_that_is_not_RSA_or_too_short()
    {
        Tr34Fixture.Refused(CryptographyError.CertificateKeyType, () => Create(recipient: TestCertificates.Issue("ec", TestCertificates.P256)));
        using var tiny = RSA.Create(512);
        Tr34Fixture.Refused(CryptographyError.Tr34EphemeralKey, () => Create(recipient: TestCertificates.Issue("tiny", tiny)));
    }

    // UTCTime holds two digits of the year (RFC 5280 4.1.2.5.1).
    [Theory]
    [InlineData("1949-12-31T23:59:59Z", false)]
    [InlineData("1950-01-01T00:00:00Z", true)]
    [InlineData("2049-12-31T23:59:59Z", true)]
    [InlineData("2050-01-01T00:00:00Z", false)]
    public void A_signing_time_is_one_that_UTCTime_holds(string time, bool allowed)
    {
        var at = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        if (allowed)
        {
            Assert.Equal(at, Tr34KeyBlock.Parse(Create(nonce: [], time: at)).SigningTime);
        }
        else
        {
            Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => Create(nonce: [], time: at));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void The_shortest_and_the_longest_nonce_are_taken(int length) =>
        Assert.Equal(length, Tr34KeyBlock.Parse(Create(nonce: new byte[length])).RandomNonce!.Value.Length);

    [Fact]
    public void Options_that_contradict_each_other_or_are_none_are_refused()
    {
        Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => Create(time: Tr34Fixture.Now));
        Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => Create(dialect: (Tr34Dialect)99));
        Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => Create(cipher: (Tr34Cipher)99));
        Tr34Fixture.Refused(CryptographyError.CertificateRevocationList, () => Create(revocationList: [0x30, 0]));
        Tr34Fixture.Refused(CryptographyError.Tr34Header, () => Tr34KeyBlock.Create(new byte[16], "D0112K0TB00E000", Tr34Fixture.Sender(Nonce)));
    }

    // As strong as the key inside, where the header says no TDES.
    [Theory]
    [InlineData('A', 16, Tr34Cipher.Aes128)]
    [InlineData('A', 24, Tr34Cipher.Aes192)]
    [InlineData('A', 32, Tr34Cipher.Aes256)]
    [InlineData('H', 1, Tr34Cipher.Aes128)]
    [InlineData('H', 17, Tr34Cipher.Aes192)]
    [InlineData('H', 25, Tr34Cipher.Aes256)]
    [InlineData('T', 24, Tr34Cipher.TripleDes)]
    [InlineData('D', 8, Tr34Cipher.TripleDes)]
    public void The_cipher_is_as_strong_as_the_key(char algorithm, int length, Tr34Cipher cipher)
    {
        byte[] key = Enumerable.Range(1, length).Select(i => (byte)i).ToArray();
        var token = Tr34KeyBlock.Parse(Tr34KeyBlock.Create(key, $"D9999K0{algorithm}B00E0000", Tr34Fixture.Sender(Nonce)));
        Assert.Equal(cipher, token.Cipher);
        using Tr34OpenedKey opened = token.Open(Tr34Fixture.Receiver(Nonce));
        Assert.Equal(key, opened.Key.ToArray());
    }

    [Theory]
    [InlineData('H', 0)]
    [InlineData('A', 17)]
    [InlineData('D', 32)]
    [InlineData('T', 8)]
    public void A_key_of_a_length_that_its_algorithm_does_not_have_is_not_sent(char algorithm, int length) =>
        Tr34Fixture.Refused(
            CryptographyError.Tr34KeyLength, () => Tr34KeyBlock.Create(new byte[length], $"D9999K0{algorithm}B00E0000", Tr34Fixture.Sender(Nonce)));

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void A_random_number_token_holds_8_to_16_bytes(int length, bool allowed)
    {
        byte[] values = [0x31, (byte)(length + 2), 4, (byte)length, .. new byte[length]];
        byte[] encoded = [0x30, (byte)(length + 16), .. Convert.FromHexString("060A2A864886F70D01091903"), .. values];
        if (allowed)
        {
            Assert.Equal(encoded, Tr34RandomToken.Create(new byte[length]));
            Assert.Equal(new byte[length], Tr34RandomToken.Parse(encoded));
        }
        else
        {
            Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => Tr34RandomToken.Create(new byte[length]));
            Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34RandomToken.Parse(encoded));
        }
    }

    [Theory]
    [InlineData("301A060A2A864886F70D01091903310A04080000000000000000" + "0500")]
    [InlineData("301A060A2A864886F70D01091903310C04080000000000000000" + "0500")]
    public void Nothing_follows_in_a_random_number_token(string hex) =>
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34RandomToken.Parse(Convert.FromHexString(hex)));

    [Theory]
    [InlineData(0, CryptographyError.CertificateCount)]
    [InlineData(1, null)]
    [InlineData(2, CryptographyError.CertificateCount)]
    [InlineData(64, CryptographyError.CertificateCount)]
    [InlineData(65, CryptographyError.Tr34Malformed)]
    public void A_credential_token_holds_one_certificate(int count, CryptographyError? error)
    {
        // Small ones, since the whole token has its limit too; which they are is looked at last.
        byte[] one = count == 1 ? Tr34Fixture.Certificate("krd").RawData : [0x30, 0];
        byte[] token = Token(certificates: [.. Enumerable.Repeat(one, count)]);
        if (error is { } expected)
        {
            Tr34Fixture.Refused(expected, () => Tr34CredentialToken.Parse(token));
        }
        else
        {
            Assert.Equal(one, Tr34CredentialToken.Parse(token).Certificate.RawData);
        }
    }

    // One printed sample has its lists behind the signers.
    [Fact]
    public void Revocation_lists_are_found_behind_the_signers_too_and_only_there_or_before()
    {
        byte[][] certificates = [Tr34Fixture.Certificate("kdh").RawData];
        byte[][] lists = [Tr34Fixture.Crl("crl_empty")];
        Assert.Single(Tr34CredentialToken.Parse(Token(certificates, after: lists)).RevocationLists);
        Assert.Single(Tr34CredentialToken.Parse(Token(certificates, before: lists)).RevocationLists);
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34CredentialToken.Parse(Token(certificates, lists, lists)));
        Tr34Fixture.Refused(CryptographyError.CertificateRevocationList, () => Tr34CredentialToken.Parse(Token(certificates, before: [[0x30, 0]])));
        Tr34Fixture.Refused(
            CryptographyError.CertificateRevocationList, () => Tr34CredentialToken.Create(Tr34Fixture.Certificate("kdh"), new byte[] { 0x30, 0 }));
    }

    [Fact]
    public void A_token_as_bytes_and_as_text_has_its_greatest_length()
    {
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34KeyBlock.Parse(new byte[Tr34KeyBlock.MaximumLength]));
        Tr34Fixture.Refused(CryptographyError.Tr34TooLarge, () => Tr34KeyBlock.Parse(new byte[Tr34KeyBlock.MaximumLength + 1]));
        string longest = new('\n', (3 * Tr34KeyBlock.MaximumLength) - 4);
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34KeyBlock.Parse(longest + "0500"));
        Tr34Fixture.Refused(CryptographyError.Tr34TooLarge, () => Tr34KeyBlock.Parse(longest + "05000"));
        foreach (string text in new[] { "", "0", "hello", "3080=" })
        {
            CryptographyError expected = text.Length == 0 ? CryptographyError.Tr34Malformed : CryptographyError.Tr34TextForm;
            Tr34Fixture.Refused(expected, () => Tr34KeyBlock.Parse(text));
        }
    }

    private static byte[] Create(
        X509Certificate2? signer = null,
        X509Certificate2? recipient = null,
        byte[]? nonce = null,
        DateTimeOffset? time = null,
        Tr34Dialect dialect = Tr34Dialect.Aws,
        Tr34Cipher? cipher = null,
        byte[]? revocationList = null) => Tr34KeyBlock.Create(new byte[16], Header, new Tr34CreateOptions
        {
            SignerPrivateKey = Tr34Fixture.Key("kdh"),
            SignerCertificate = signer ?? Tr34Fixture.Certificate("kdh"),
            RecipientCertificate = recipient ?? Tr34Fixture.Certificate("krd"),
            Nonce = nonce ?? Nonce,
            SigningTime = time,
            Dialect = dialect,
            Cipher = cipher,
            RevocationList = revocationList,
        });

    /// <summary>The certificate again, with a KeyUsage.</summary>
    private static X509Certificate2 Again(X509Certificate2 right, string key, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(right.SubjectName, Tr34Fixture.Key(key), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        var generator = X509SignatureGenerator.CreateForRSA(Tr34Fixture.Key(key), RSASignaturePadding.Pkcs1);
        return request.Create(right.IssuerName, generator, right.NotBefore, right.NotAfter, right.SerialNumberBytes.Span);
    }

    private static byte[] Token(byte[][] certificates, byte[][]? before = null, byte[][]? after = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                }

                Write(writer, 0, certificates);
                Write(writer, 1, before);
                using (writer.PushSetOf())
                {
                }

                Write(writer, 1, after);
            }
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, int number, byte[][]? elements)
    {
        if (elements is null)
        {
            return;
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, number)))
        {
            Array.ForEach(elements, element => writer.WriteEncodedValue(element));
        }
    }
}
