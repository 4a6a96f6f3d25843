using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>Keys under variants of AS 2805; the cryptograms are Python's, those of As2805CryptogramTests.</summary>
public sealed class VariantCryptogramExaminationTests
{
    private const string KeyValue = "08D7B4";
    private const string UnderPin = "31E6101FD6E2DA77CFD53B9FE84B19C9";
    private const string UnderData = "41D9EE41A49AB1890D7BCBD8DA2B92AE";

    private static readonly byte[] Kek = Convert.FromHexString("79ADAEF3212AADCE312ACE422ACCFEFB");
    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    [Fact]
    public void A_good_cryptogram_passes()
    {
        Assert.Equal(KeyValue, Platform.CheckValue(false, Key));
        IReadOnlyList<ExchangeFinding> findings = Examine(UnderPin, As2805KeyVariant.PinEncryptionKey, KeyValue, given: Kek);
        Assert.Equal(("CryptogramLength CheckValue", 2), (findings.Passes(), findings.Count));
        Assert.Equal("CryptogramLength CheckValue", Examine(UnderPin, null, KeyValue, given: Kek).Passes());
        findings = Examine(UnderPin, null, KeyValue, stored: Kek);
        Assert.Equal(("CryptogramLength CheckValue", 2), (findings.Passes(), findings.Count));
    }

    [Fact]
    public void Another_variant_is_named()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(UnderData, As2805KeyVariant.PinEncryptionKey, KeyValue, given: Kek);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((ExchangeCause.CryptogramVariant, nameof(As2805KeyVariant.DataEncryptionKey)), (fail.Check, fail.Expected));
        Assert.Equal(("CryptogramVariant", "CryptogramLength CheckValue"), (findings.Fails(), findings.Passes()));
    }

    [Fact]
    public void Another_key_encryption_key_is_named()
    {
        IReadOnlyList<ExchangeFinding> findings =
            Examine(UnderPin, As2805KeyVariant.PinEncryptionKey, KeyValue, given: SomeBlock.Another(1, 16), stored: Kek);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((ExchangeCause.ProtectionKeyOther, "ProtectionKeyOther"), (fail.Check, findings.Fails()));
        Assert.StartsWith("stored", fail.Expected, StringComparison.Ordinal);
    }

    // Both would open it: the given one is tried first.
    [Fact]
    public void The_key_that_is_given_comes_before_the_others() =>
        Assert.Equal("", Examine(UnderPin, As2805KeyVariant.PinEncryptionKey, KeyValue, given: Kek, stored: Kek).Fails());

    [Fact]
    public void Both_another_key_and_another_variant_are_named() => Assert.Equal("ProtectionKeyOther CryptogramVariant",
        Examine(UnderData, As2805KeyVariant.PinEncryptionKey, KeyValue, given: SomeBlock.Another(1, 16), stored: Kek).Fails());

    [Fact]
    public void ECB_without_a_variant_is_named()
    {
        string ecb = Convert.ToHexString(Platform.Ecb(false, Kek, Key[..8])) + Convert.ToHexString(Platform.Ecb(false, Kek, Key[8..]));
        IReadOnlyList<ExchangeFinding> findings = Examine(ecb, As2805KeyVariant.PinEncryptionKey, KeyValue, given: Kek);
        Assert.Equal(("CryptogramMode", "CryptogramLength"), (findings.Fails(), findings.Passes()));
    }

    [Fact]
    public void A_key_that_gives_no_such_check_value_fails()
    {
        Assert.Equal("CheckValue", Examine(UnderPin, As2805KeyVariant.PinEncryptionKey, "123456", given: Kek).Fails());
        Assert.Equal("CheckValue", Examine(UnderPin, null, "123456", stored: Kek).Fails());
    }

    [Fact]
    public void What_would_be_right_is_the_value_under_the_key_and_variant_that_are_stated()
    {
        Assert.Equal(KeyValue, Told.First(
            Examine(UnderPin, As2805KeyVariant.PinEncryptionKey, "123456", given: Kek, stored: SomeBlock.Another(1))).Expected);
        Assert.Equal(KeyValue, Told.First(
            Examine("38BB78A0934E645B97C5FE02E586112F", null, "123456", given: Kek)).Expected);
        Assert.Equal("CheckValueMethod", Examine(UnderPin, As2805KeyVariant.PinEncryptionKey,
            Convert.ToHexString(Platform.Cmac(false, Key, new byte[8]))[..6], given: Kek).Fails());
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(16, true)]
    [InlineData(24, true)]
    [InlineData(32, false)]
    [InlineData(17, false)]
    [InlineData(0, false)]
    public void A_cryptogram_has_sixteen_or_twenty_four_bytes(int length, bool isRight)
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(Convert.ToHexString(new byte[length]), null, null, given: Kek);
        Assert.Equal(isRight ? ("", "CheckValue") : ("CryptogramLength", ""), (findings.Fails(), findings.Unknowns()));
    }

    [Fact]
    public void Without_key_or_check_value_nothing_is_known()
    {
        Assert.Equal("ProtectionKeyOther", Examine(UnderPin, null, KeyValue).Unknowns());
        Assert.Equal("CheckValue", Examine(UnderPin, null, " ", given: Kek).Unknowns());
        using ProtectionKeyCandidate aes = SomeBlock.Given(SomeBlock.AesKek, aes: true);
        Assert.Equal("ProtectionKeyOther",
            VariantCryptogramExamination.Examine(Convert.FromHexString(UnderPin), [aes], null, KeyValue).Unknowns());
        IReadOnlyList<ExchangeFinding> findings = Examine(UnderPin, null, "12", given: Kek);
        Assert.Equal(("CheckValueForm", "CryptogramLength", 2), (findings.Fails(), findings.Passes(), findings.Count));
    }

    private static IReadOnlyList<ExchangeFinding> Examine(
        string cryptogram, As2805KeyVariant? variant, string? value, byte[]? given = null, byte[]? stored = null)
    {
        List<ProtectionKeyCandidate> keys = [];
        if (stored is not null)
        {
            keys.Add(SomeBlock.Stored("stored", stored));
        }

        if (given is not null)
        {
            keys.Add(SomeBlock.Given(given));
        }

        IReadOnlyList<ExchangeFinding> findings = VariantCryptogramExamination.Examine(Convert.FromHexString(cryptogram), keys, variant, value);
        keys.ForEach(static key => key.Dispose());
        return findings;
    }
}
