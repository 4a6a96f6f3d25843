using System.Formats.Asn1;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>The tokens of <c>tr34_generated.json</c>, each wrong in the one way that its record names, and what is brought with them.</summary>
public sealed class KeyTokenExaminationTests
{
    private const string Sound = "aws_import_2tdea_3des";

    private static readonly byte[] Nonce = Convert.FromHexString("1B5C9D0E2F3A4857");
    private static readonly TokenRecipient Krd = new("krd", Tr34Fixture.Certificate("krd"), Tr34Fixture.Key("krd"), IsGiven: true);
    private static readonly TokenRecipient Larger = new("larger", Tr34Fixture.Certificate("krd_3072"), Tr34Fixture.Key("krd_3072"), IsGiven: true);

    private static readonly KeyTokenEvidence Good = new()
    {
        Signer = Tr34Fixture.Certificate("kdh"),
        Authorities = [Tr34Fixture.Certificate("kdh_ca")],
        Recipients = [Krd],
        Nonce = Nonce,
        CheckValue = Platform.CheckValue(false, Convert.FromHexString("C1F8B0D5A74A6E9DE54C7F0BAD3E8A61")),
        Options = new CertificateCheckOptions { ValidAt = Tr34Fixture.Now },
    };

    [Fact]
    public void Of_a_good_token_each_check_passes()
    {
        KeyTokenResult result = Examine(Sound, Good);
        Assert.Equal(("", ""), (result.Findings.Fails(), result.Findings.Unknowns()));
        string passes = result.Findings.Passes();
        Assert.StartsWith("Tr34Malformed Tr34Header CertificateKeyType CertificateExpired CertificateExtension CertificateKeyUsage", passes,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "Tr34SignerMismatch Tr34SignatureInvalid Tr34NonceMismatch Tr34RecipientMismatch Tr34KeyTransport Tr34Cipher Tr34EphemeralKey CheckValue",
            passes, StringComparison.Ordinal);
        Assert.Equal((16, "K0", Krd, true), (result.KeyLength, result.Header!.KeyUsage.Code, result.Recipient, result.Token is not null));
    }

    // Sent in one order and signed in another: the order that verifies is taken to open it, too.
    [Theory]
    [InlineData("sent_unsorted_signed_sorted")]
    [InlineData("strict_cms_sorted_3des")]
    [InlineData("annexb_layout_seq_crl")]
    [InlineData("futurex_like_v73")]
    public void Each_layout_opens(string id)
    {
        KeyTokenResult result = Examine(id, Good with { Nonce = Convert.FromHexString("9F0A5B6C7D8E1F2031425364758697A8") });
        Assert.Equal(("", 16), (result.Findings.Fails(), result.KeyLength));
    }

    [Theory]
    [InlineData("bad_digest", "Tr34DigestMismatch")]
    [InlineData("bad_signature", "Tr34SignatureInvalid")]
    [InlineData("bad_ciphertext", "Tr34DigestMismatch")]
    [InlineData("header_mismatch", "Tr34HeaderMismatch")]
    [InlineData("inner_kdh_mismatch", "Tr34InnerSignerMismatch")]
    [InlineData("signer_not_expected", "Tr34SignatureInvalid")]
    [InlineData("bad_padding", "Tr34Padding")]
    [InlineData("pkcs1_key_transport", "Tr34EphemeralKey")]
    [InlineData("aes_8_byte_iv", "Tr34InitializationVector")]
    [InlineData("two_pass_without_nonce", "Tr34NonceMissing")]
    [InlineData("two_signer_infos", "Tr34SignerCount")]
    [InlineData("header_alg_vs_keylen", "Tr34KeyLength")]
    [InlineData("trailing_bytes", "Tr34TrailingData")]
    [InlineData("truncated", "Tr34Truncated")]
    [InlineData("wrong_recipient", "Tr34RecipientMismatch")]
    public void The_fault_of_a_token_is_first(string id, string check) =>
        Assert.Equal(check, Told.First(Examine(id, Good with { CheckValue = null }).Findings).Check);

    [Theory]
    [InlineData("trailing_bytes")]
    [InlineData("truncated")]
    public void Of_a_token_that_can_not_be_read_nothing_else_is_said(string id)
    {
        KeyTokenResult result = Examine(id, Good);
        Assert.Equal(("Tr34SignatureInvalid", ""), (result.Findings.Unknowns(), result.Findings.Passes()));
        Assert.Equal((true, true, true), (result.Token is null, result.Header is null, result.KeyLength is null));
    }

    // What is not sound on the outside is not opened, whoever has the key.
    [Theory]
    [InlineData("pkcs1_key_transport")]
    [InlineData("aes_8_byte_iv")]
    public void An_envelope_that_is_not_sound_is_not_opened(string id)
    {
        KeyTokenResult result = Examine(id, Good);
        Assert.Equal("Tr34EphemeralKey", result.Findings.Unknowns());
        Assert.Null(result.KeyLength);
    }

    [Fact]
    public void Another_nonce_fails_and_none_is_unknown_unless_it_is_all_there_is()
    {
        Assert.Equal("Tr34NonceMismatch", Examine(Sound, Good with { Nonce = new byte[8] }).Findings.Fails());
        KeyTokenResult none = Examine(Sound, Good with { Nonce = default });
        Assert.Equal(("", "Tr34NonceMismatch"), (none.Findings.Fails(), none.Findings.Unknowns()));
        Assert.Contains("1B5C9D0E2F3A4857", none.Findings[0].Found, StringComparison.Ordinal);
        Assert.Equal("Tr34NonceUnexpected", Examine(Sound, Good with { Nonce = default, NonceIsComplete = true }).Findings.Fails());
    }

    [Fact]
    public void A_token_of_one_pass_is_fresh_by_its_signing_time()
    {
        KeyTokenEvidence evidence = Good with { Nonce = default };
        KeyTokenResult onePass = Examine("one_pass_utctime_crl", evidence);
        Assert.Equal("", onePass.Findings.Fails());
        Assert.Contains("one-pass", Freshness(onePass), StringComparison.Ordinal);
        Assert.DoesNotContain("one-pass", Freshness(Examine(Sound, Good)), StringComparison.Ordinal);
        Assert.Equal("Tr34NonceMissing", Examine("one_pass_utctime_crl", Good).Findings.Fails());
        TokenSpec late = Written with { Nonce = null, SigningTime = Tr34Fixture.Now.AddDays(3) };
        Assert.Equal("Tr34SigningTime", Examine(late.Write(new Random(5)), evidence).Findings.Fails());
    }

    [Fact]
    public void Without_the_signer_the_digest_is_checked_all_the_same()
    {
        KeyTokenResult result = Examine(Sound, Good with { Signer = null });
        Assert.Equal(("", "Tr34SignatureInvalid"), (result.Findings.Fails(), result.Findings.Unknowns()));
        Assert.Contains("Tr34DigestMismatch", result.Findings.Passes(), StringComparison.Ordinal);
        Assert.Equal("Tr34DigestMismatch", Told.First(Examine("bad_ciphertext", Good with { Signer = null }).Findings).Check);
    }

    [Fact]
    public void Another_signing_certificate_is_named_and_the_digest_is_checked_all_the_same()
    {
        KeyTokenResult result = Examine(Sound, Good with { Signer = Tr34Fixture.Certificate("kdh_other") });
        Assert.Equal(("Tr34SignerMismatch", "Tr34SignatureInvalid"), (result.Findings.Fails(), result.Findings.Unknowns()));
        Assert.Contains("Tr34DigestMismatch", result.Findings.Passes(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_signing_certificate_is_examined_too()
    {
        Assert.Equal("CertificateIssuerMismatch",
            Examine(Sound, Good with { Authorities = [Tr34Fixture.Certificate("krd_ca")] }).Findings.Fails());
        Assert.Equal("CertificateIssuer", Examine(Sound, Good with { Authorities = [] }).Findings.Unknowns());
        Assert.StartsWith("CertificateExpired",
            Examine(Sound, Good with { Signer = Tr34Fixture.Certificate("kdh_expired") }).Findings.Fails(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_for_another_receiver_names_the_one_that_has_it()
    {
        KeyTokenResult result = Examine(Sound, Good with { Recipients = [Larger] });
        Assert.Equal(("Tr34RecipientMismatch", "Tr34EphemeralKey"), (result.Findings.Fails(), result.Findings.Unknowns()));
        Assert.Null(result.Recipient);

        result = Examine(Sound, Good with { Recipients = [Larger, Krd with { Name = "stored", IsGiven = false }] });
        ExchangeFinding fail = Told.First(result.Findings);
        Assert.Equal(("Tr34RecipientMismatch", "stored"), (fail.Check, fail.Expected));
        Assert.Contains("stored", fail.Found, StringComparison.Ordinal);
        Assert.Equal(("Tr34RecipientMismatch", 16, "stored"), (result.Findings.Fails(), result.KeyLength, result.Recipient!.Name));
    }

    [Fact]
    public void Without_a_receiver_that_is_given_the_one_that_is_known_is_named()
    {
        TokenRecipient stored = Krd with { Name = "stored", IsGiven = false };
        KeyTokenResult result = Examine(Sound, Good with { Recipients = [Larger with { IsGiven = false }, stored] });
        Assert.Equal(("", "", stored), (result.Findings.Fails(), result.Findings.Unknowns(), result.Recipient));
        Assert.Contains("Tr34RecipientMismatch", result.Findings.Passes(), StringComparison.Ordinal);
        Assert.NotEqual(Examine(Sound, Good with { Recipients = [] }).Findings[0].Found,
            Examine(Sound, Good with { Recipients = [Larger with { IsGiven = false }] }).Findings[0].Found);
        foreach (TokenRecipient[] others in (TokenRecipient[][])[[], [Larger with { IsGiven = false }], [Krd with { Certificate = null }]])
        {
            result = Examine(Sound, Good with { Recipients = others });
            Assert.Equal(("", "Tr34RecipientMismatch Tr34EphemeralKey"), (result.Findings.Fails(), result.Findings.Unknowns()));
        }
    }

    // Of two with one certificate the one that is given is meant.
    [Fact]
    public void The_receiver_that_is_given_comes_before_the_others()
    {
        KeyTokenResult result = Examine(Sound, Good with { Recipients = [Krd with { Name = "stored", IsGiven = false }, Krd] });
        Assert.Equal(("", Krd), (result.Findings.Fails(), result.Recipient));
    }

    [Fact]
    public void Without_the_private_key_the_token_is_not_opened()
    {
        KeyTokenResult result = Examine(Sound, Good with { Recipients = [Krd with { PrivateKey = null }] });
        Assert.Equal(("", "Tr34EphemeralKey", null), (result.Findings.Fails(), result.Findings.Unknowns(), result.KeyLength));
        result = Examine(Sound, Good with { Recipients = [Krd with { PrivateKey = Larger.PrivateKey }] });
        Assert.Equal("Tr34RecipientKeyMismatch", Told.First(result.Findings).Check);
    }

    [Fact]
    public void The_check_value_is_compared()
    {
        Assert.Equal("CheckValue", Examine(Sound, Good with { CheckValue = "123456" }).Findings.Fails());
        foreach (string? none in (string?[])[null, " "])
        {
            KeyTokenResult result = Examine(Sound, Good with { CheckValue = none });
            Assert.Equal(("", "CheckValue"), (result.Findings.Fails(), result.Findings.Unknowns()));
        }
    }

    [Fact]
    public void A_header_that_says_nothing_fails()
    {
        KeyTokenResult result = Examine((Written with { Header = "D0112K0?B00E0000" }).Write(new Random(5)), Good with { CheckValue = null });
        Assert.Equal("Tr31HeaderField", Told.First(result.Findings).Check);
        Assert.Null(result.Header);
    }

    // A token may bring its signing certificate among others, or something that is none: then none has to be given.
    [Fact]
    public void The_certificate_that_a_token_carries_is_used()
    {
        byte[] token = Written.Write(new Random(5)), signer = Tr34Fixture.Certificate("kdh").RawData, other = Tr34Fixture.Certificate("kdh_other").RawData;
        KeyTokenResult result = Examine(Carrying(token, other, signer), Good with { Signer = null });
        Assert.Equal(("", ""), (result.Findings.Fails(), result.Findings.Unknowns()));
        Assert.Contains("Tr34SignatureInvalid", result.Findings.Passes(), StringComparison.Ordinal);
        Assert.Contains("Tr34SignatureInvalid", Examine(Carrying(token, [0x30, 3, 2, 1, 1], signer), Good with { Signer = null }).Findings.Passes(),
            StringComparison.Ordinal);
        Assert.Equal("Tr34SignatureInvalid", Examine(Carrying(token, other), Good with { Signer = null }).Findings.Unknowns());
        Assert.Equal("Tr34SignerMismatch",
            Examine(Carrying(token, signer), Good with { Signer = Tr34Fixture.Certificate("kdh_other") }).Findings.Fails());
    }

    // What the parameters of OAEP state is on the outside, too.
    [Fact]
    public void A_key_under_OAEP_with_another_hash_is_not_opened()
    {
        TokenSpec sha1 = Written with { Padding = RSAEncryptionPadding.OaepSHA1, StatedHash = "1.3.14.3.2.26" };
        KeyTokenResult result = Examine(sha1.Write(new Random(5)), Good);
        Assert.Equal(("Tr34KeyTransport", "Tr34EphemeralKey"), (result.Findings.Fails(), result.Findings.Unknowns()));
        Assert.Null(result.KeyLength);
    }

    // RFC 5652 5.1: certificates stand after the content, in [0], and are not signed.
    private static byte[] Carrying(byte[] token, params byte[][] certificates)
    {
        Asn1Tag zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
        AsnReader outer = new AsnReader(token, AsnEncodingRules.DER).ReadSequence();
        AsnWriter writer = new(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(outer.ReadEncodedValue().Span);
            AsnReader data = outer.ReadSequence(zero).ReadSequence();
            using (writer.PushSequence(zero))
            using (writer.PushSequence())
            {
                for (int i = 0; i < 3; i++)
                {
                    writer.WriteEncodedValue(data.ReadEncodedValue().Span);
                }

                using (writer.PushSequence(zero))
                {
                    Array.ForEach(certificates, certificate => writer.WriteEncodedValue(certificate));
                }

                writer.WriteEncodedValue(data.ReadEncodedValue().Span);
            }
        }

        return writer.Encode();
    }

    private static string Freshness(KeyTokenResult result) =>
        result.Findings.First(static finding => finding.Check == "Tr34NonceMismatch").Found;

    private static TokenSpec Written => new()
    {
        Key = Convert.FromHexString("C1F8B0D5A74A6E9DE54C7F0BAD3E8A61"),
        Header = "D0112K0TB00E0000",
        Signer = Tr34Fixture.Certificate("kdh"),
        SignerKey = Tr34Fixture.Key("kdh"),
        Recipient = Tr34Fixture.Certificate("krd"),
        Nonce = Nonce,
    };

    private static KeyTokenResult Examine(string id, KeyTokenEvidence evidence) => Examine(Tr34Fixture.Token(id), evidence);

    private static KeyTokenResult Examine(byte[] token, KeyTokenEvidence evidence) => KeyTokenExamination.Examine(token, evidence);
}
