using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>Keys under RSA by the platform, for the receivers of the TR-34 vectors.</summary>
public sealed class RsaCryptogramExaminationTests
{
    private static readonly byte[] Key = SomeBlock.Kek;
    private static readonly string KeyValue = Platform.CheckValue(false, Key);
    private static readonly TokenRecipient Krd = new("krd", Tr34Fixture.Certificate("krd"), Tr34Fixture.Key("krd"), IsGiven: true);
    private static readonly TokenRecipient Other = new("other", Tr34Fixture.Certificate("kdh_other"), Tr34Fixture.Key("kdh_other"), IsGiven: false);
    private static readonly TokenRecipient Larger = new("larger", Tr34Fixture.Certificate("krd_3072"), Tr34Fixture.Key("krd_3072"), IsGiven: false);

    private static readonly RsaCryptogramEvidence Good =
        new() { Recipients = [Krd], Algorithm = BlockCipherAlgorithm.Tdes, KeyLength = 24, CheckValue = KeyValue };

    [Fact]
    public void A_good_cryptogram_passes()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(), Good);
        Assert.Equal("CryptogramLength CryptogramDecryption CryptogramPadding CryptogramKeyLength CheckValue", findings.Passes());
        Assert.Equal(5, findings.Count);
        findings = Examine(Wrap(), Good with { Recipients = [Other, Krd with { IsGiven = false }] });
        Assert.Equal(("", "CryptogramLength CryptogramDecryption CryptogramPadding CryptogramKeyLength CheckValue"), (findings.Fails(), findings.Passes()));
    }

    [Theory]
    [InlineData("SHA512", RsaOaepHash.Sha512, "")]
    [InlineData("SHA512", RsaOaepHash.Sha256, "CryptogramPadding")]
    [InlineData("SHA256", RsaOaepHash.Sha512, "CryptogramPadding")]
    [InlineData("SHA1", RsaOaepHash.Sha256, "CryptogramPadding")]
    [InlineData("SHA384", RsaOaepHash.Sha256, "CryptogramPadding")]
    public void The_hash_of_the_padding_is_found_and_compared(string used, RsaOaepHash stated, string fails)
    {
        byte[] cryptogram = Wrap(padding: RSAEncryptionPadding.CreateOaep(new HashAlgorithmName(used)));
        IReadOnlyList<ExchangeFinding> findings = Examine(cryptogram, Good with { Hash = stated });
        Assert.Equal(fails, findings.Fails());
        Assert.EndsWith("CryptogramKeyLength CheckValue", findings.Passes(), StringComparison.Ordinal);
        if (fails.Length > 0)
        {
            Assert.EndsWith($"SHA-{(stated == RsaOaepHash.Sha256 ? 256 : 512)}", findings[0].Expected, StringComparison.Ordinal);
            Assert.Contains($"SHA-{used[3..]}", findings[0].Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PKCS1_is_named_and_its_content_is_not_looked_at()
    {
        byte[] cryptogram = Wrap(padding: RSAEncryptionPadding.Pkcs1);
        IReadOnlyList<ExchangeFinding> findings = Examine(cryptogram, Good);
        Assert.Equal(("CryptogramPadding", "CryptogramKeyLength", "CryptogramLength"), (findings.Fails(), findings.Unknowns(), findings.Passes()));
        Assert.Equal("CryptogramPadding", Examine(cryptogram, Good with { CheckValue = null }).Fails());
        Assert.Equal("CryptogramPadding", Examine(cryptogram, Good with { Algorithm = null, CheckValue = "123456" }).Fails());
        Assert.Equal("CryptogramPadding", Examine(cryptogram, Good with { KeyLength = null }).Fails());
    }

    // OpenSSL gives random bytes for a wrong padding: what can't be the key is no sign of the old one.
    [Fact]
    public void What_can_not_be_the_key_is_no_sign_of_PKCS1()
    {
        byte[] cryptogram = Wrap(padding: RSAEncryptionPadding.Pkcs1);
        Assert.Equal("CryptogramDecryption", Examine(cryptogram, Good with { KeyLength = 16 }).Fails());
        Assert.Equal("CryptogramDecryption", Examine(cryptogram, Good with { CheckValue = "123456" }).Fails());
        Assert.Equal("CryptogramDecryption", Examine(cryptogram, Good with { CheckValue = "12" }).Fails());
        Assert.Equal("CryptogramDecryption",
            Examine(Wrap(Key[..20], RSAEncryptionPadding.Pkcs1), Good with { KeyLength = null, CheckValue = null }).Fails());
    }

    [Fact]
    public void Another_receiver_is_named()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(), Good with { Recipients = [Krd with { IsGiven = false }, Other with { IsGiven = true }] });
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((ExchangeCause.CryptogramRecipient, "krd"), (fail.Check, fail.Expected));
        Assert.Equal(("CryptogramRecipient", "CryptogramLength CryptogramPadding CryptogramKeyLength CheckValue"), (findings.Fails(), findings.Passes()));
    }

    [Fact]
    public void The_receiver_that_is_given_comes_before_the_others() =>
        Assert.Equal("", Examine(Wrap(), Good with { Recipients = [Krd with { Name = "stored", IsGiven = false }, Krd] }).Fails());

    [Fact]
    public void Nothing_is_no_key() => Assert.Equal("CryptogramDecryption", Examine(Wrap([]), Good).Fails());

    [Fact]
    public void A_cryptogram_for_somebody_else_does_not_open()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(), Good with { Recipients = [Other with { IsGiven = true }] });
        Assert.Equal(("CryptogramDecryption", "CryptogramKeyLength"), (findings.Fails(), findings.Unknowns()));
        findings = Examine(Wrap(), Good with { Recipients = [Other] });
        Assert.Equal(("", "CryptogramDecryption CryptogramKeyLength"), (findings.Fails(), findings.Unknowns()));
    }

    [Fact]
    public void Reversed_bytes_are_named()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine([.. Enumerable.Reverse(Wrap())], Good);
        Assert.Equal(("CryptogramByteOrder", "CryptogramLength CryptogramKeyLength CheckValue"), (findings.Fails(), findings.Passes()));
    }

    [Fact]
    public void A_cryptogram_is_as_long_as_the_modulus()
    {
        byte[] cryptogram = Wrap();
        IReadOnlyList<ExchangeFinding> findings = Examine(cryptogram[..^1], Good);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal(("CryptogramLength", "CryptogramKeyLength", ""), (fail.Check, findings.Unknowns(), findings.Passes()));
        Assert.StartsWith("256 ", fail.Expected, StringComparison.Ordinal);
        Assert.Contains("255 ", fail.Found, StringComparison.Ordinal);

        findings = Examine(cryptogram[..^1], Good with { Recipients = [] });
        Assert.Equal(("CryptogramLength", "CryptogramKeyLength", ""), (findings.Fails(), findings.Unknowns(), findings.Passes()));
        Assert.StartsWith("256, 384 or 512 ", findings[0].Expected, StringComparison.Ordinal);
        Assert.Equal("CryptogramLength", Examine([], Good with { Recipients = [] }).Fails());
        findings = Examine(cryptogram, Good with { Recipients = [] });
        Assert.Equal(("", "CryptogramKeyLength", ""), (findings.Fails(), findings.Unknowns(), findings.Passes()));
        Assert.Equal(("", ""), (Examine(new byte[384], Good with { Recipients = [] }).Fails(), Examine(new byte[512], Good with { Recipients = [] }).Fails()));
    }

    // Whose keys are here besides does not make a length right that no modulus has.
    [Fact]
    public void A_length_that_no_modulus_has_fails_for_whoever_is_known()
    {
        foreach (IReadOnlyList<TokenRecipient> others in (IReadOnlyList<TokenRecipient>[])[[Other], [Other, Larger]])
        {
            IReadOnlyList<ExchangeFinding> findings = Examine(new byte[255], Good with { Recipients = others });
            Assert.Equal(("CryptogramLength", "CryptogramKeyLength", ""), (findings.Fails(), findings.Unknowns(), findings.Passes()));
        }

        Assert.Equal("CryptogramDecryption CryptogramKeyLength", Examine(new byte[384], Good with { Recipients = [Other] }).Unknowns());
    }

    // As long as the modulus of another receiver that is here: it may be for that one.
    [Fact]
    public void A_cryptogram_as_long_as_another_modulus_is_tried_with_that()
    {
        using RSA larger = Larger.Certificate!.GetRSAPublicKey()!;
        IReadOnlyList<ExchangeFinding> findings =
            Examine(larger.Encrypt(Key, RSAEncryptionPadding.OaepSHA256), Good with { Recipients = [Krd, Larger] });
        Assert.Equal("CryptogramRecipient", findings.Fails());
        Assert.Equal("larger", findings[0].Expected);
    }

    [Fact]
    public void A_receiver_without_a_private_key_is_none()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(), Good with { Recipients = [Krd with { PrivateKey = null }] });
        Assert.Equal(("", "CryptogramKeyLength", ""), (findings.Fails(), findings.Unknowns(), findings.Passes()));
    }

    [Theory]
    [InlineData(24, 24, "")]
    [InlineData(16, 24, "CryptogramKeyLength")]
    [InlineData(24, 16, "CryptogramKeyLength")]
    [InlineData(20, 24, "CryptogramKeyLength")]
    [InlineData(16, 32, "CryptogramKeyLength")]
    [InlineData(16, null, "")]
    [InlineData(24, null, "")]
    [InlineData(28, null, "")]
    [InlineData(32, null, "")]
    [InlineData(48, null, "")]
    [InlineData(64, null, "")]
    [InlineData(20, null, "CryptogramKeyLength")]
    [InlineData(8, null, "CryptogramKeyLength")]
    public void The_key_has_the_length_that_is_wanted(int length, int? wanted, string fails)
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(Content(length)), Good with { KeyLength = wanted, CheckValue = null });
        Assert.Equal(fails, findings.Fails());
        if (fails.Length > 0)
        {
            Assert.StartsWith(wanted is { } bytes ? $"{bytes} " : "16, 24 or 32 ", findings[0].Expected, StringComparison.Ordinal);
            Assert.Contains($" {length} ", findings[0].Found, StringComparison.Ordinal);
            Assert.Equal((length, wanted) is (16, 24), findings[0].Found.Contains("two-key", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Hex_digits_of_the_key_are_named()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(Encoding.ASCII.GetBytes(Convert.ToHexString(Key))), Good);
        Assert.Equal("CryptogramContent", findings.Fails());
        Assert.Contains("48 ", findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("24 ", findings[0].Found, StringComparison.Ordinal);

        // Sixteen bytes that look like digits may be a key by chance; one sign that is no digit makes it none.
        Assert.Equal("", Examine(Wrap(Encoding.ASCII.GetBytes("0123456789ABCDEF")), Good with { KeyLength = 16, CheckValue = null }).Fails());
        Assert.Equal("", Examine(Wrap(Encoding.ASCII.GetBytes("0123456789ABCDEF0123456G")), Good with { CheckValue = null }).Fails());
        Assert.Equal("CryptogramContent", Examine(Wrap(Encoding.ASCII.GetBytes("0123456789ABCDEF0")), Good).Fails());
    }

    [Fact]
    public void The_check_value_is_compared_when_it_and_the_cipher_are_known()
    {
        Assert.Equal("CheckValue", Examine(Wrap(), Good with { CheckValue = "123456" }).Fails());
        Assert.Equal("CheckValue", Examine(Wrap(), Good with { CheckValue = " " }).Unknowns());
        Assert.Equal("CheckValue", Examine(Wrap(), Good with { Algorithm = null }).Unknowns());

        // A key of 32 bytes can only be AES.
        RsaCryptogramEvidence aes = Good with { Algorithm = null, KeyLength = null, CheckValue = Platform.CheckValue(true, SomeBlock.AesKek) };
        IReadOnlyList<ExchangeFinding> findings = Examine(Wrap(SomeBlock.AesKek), aes);
        Assert.Equal(("", "", "CheckValue"), (findings.Fails(), findings.Unknowns(), findings[^1].Check));
        findings = Examine(Wrap(Content(48)), aes with { Algorithm = BlockCipherAlgorithm.Aes });
        Assert.Equal(("", "CheckValue"), (findings.Fails(), findings.Unknowns()));
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(static value => (byte)(128 + value))];

    private static byte[] Wrap(byte[]? content = null, RSAEncryptionPadding? padding = null)
    {
        using RSA recipient = Tr34Fixture.Certificate("krd").GetRSAPublicKey()!;
        return recipient.Encrypt(content ?? Key, padding ?? RSAEncryptionPadding.OaepSHA256);
    }

    private static IReadOnlyList<ExchangeFinding> Examine(byte[] cryptogram, RsaCryptogramEvidence evidence) =>
        RsaCryptogramExamination.Examine(cryptogram, evidence);
}
