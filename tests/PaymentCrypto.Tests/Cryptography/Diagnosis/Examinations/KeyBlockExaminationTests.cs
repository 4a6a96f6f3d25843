using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>What is said of a TR-31 block that opens, or whose key is not here.</summary>
public sealed class KeyBlockExaminationTests
{
    private const string Readable = "Tr31Length Tr31HeaderField Tr31OptionalBlock Tr31Payload";

    private static readonly string KeyValue = Platform.CheckValue(false, SomeBlock.Key);

    [Fact]
    public void Of_a_good_block_each_check_passes_and_the_key_comes_out()
    {
        foreach (BlockSpec spec in (BlockSpec[])[SomeBlock.Tdes, SomeBlock.Aes])
        {
            using ProtectionKeyCandidate key = SomeBlock.Given(spec.ProtectionKey, spec.ProtectionIsAes);
            using KeyBlockResult result = KeyBlockExamination.Examine(spec.Text(), [key], Platform.CheckValue(spec.ProtectionIsAes, spec.Key));

            Assert.Equal($"{Readable} Tr31Mac Tr31KeyLength CheckValue", result.Findings.Passes());
            Assert.Equal(7, result.Findings.Count);
            Assert.Same(key, result.OpenedBy);
            Assert.Equal(spec.Key, result.Key!.Key.ToArray());
            Assert.Equal(spec.Mode, (char)result.Header!.ModeOfUse);
        }
    }

    [Fact]
    public void Without_a_key_what_takes_one_is_unknown()
    {
        Assert.Equal("Tr31ProtectionKeyMismatch Tr31Mac Tr31KeyLength", SomeBlock.Findings(SomeBlock.Tdes.Text(), null).Unknowns());
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(SomeBlock.Aes.Text(), KeyValue);
        Assert.Equal("Tr31ProtectionKeyMismatch Tr31Mac Tr31KeyLength CheckValue", findings.Unknowns());
        Assert.Equal(Readable, findings.Passes());
        Assert.Equal(8, findings.Count);
        Assert.Contains("AES", findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("TDES", SomeBlock.Findings(SomeBlock.Tdes.Text(), null)[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_check_value_the_one_of_the_key_is_told()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        foreach (string? none in (string?[])[null, "", " "])
        {
            ExchangeFinding unknown = SomeBlock.Findings(SomeBlock.Tdes.Text(), none, key)[0];
            Assert.Equal((ExchangeCause.CheckValue, FindingOutcome.Unknown), (unknown.Check, unknown.Outcome));
            Assert.Contains(KeyValue, unknown.Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_check_value_that_is_not_the_keys_fails()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        ExchangeFinding fail = Told.First(SomeBlock.Findings(SomeBlock.Tdes.Text(), "123456", key));
        Assert.Equal((ExchangeCause.CheckValue, KeyValue), (fail.Check, fail.Expected));
    }

    [Fact]
    public void Of_a_key_without_a_cipher_the_check_value_is_not_compared()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.AesKek, aes: true);
        BlockSpec hmac = SomeBlock.Aes with { Usage = "M7", Algorithm = 'H', Mode = 'G', Key = SomeBlock.AesKek, Blocks = [("HM", "21")] };
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(hmac.Text(), "123456", key);
        Assert.Equal(("", "CheckValue"), (findings.Fails(), findings.Unknowns()));
        Assert.EndsWith("Tr31Mac Tr31KeyLength", findings.Passes(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_that_is_given_comes_first_wherever_it_stands()
    {
        using ProtectionKeyCandidate stored = SomeBlock.Stored("stored", SomeBlock.Kek), given = SomeBlock.Given(SomeBlock.Kek);
        using KeyBlockResult result = KeyBlockExamination.Examine(SomeBlock.Tdes.Text(), [stored, given], KeyValue);
        Assert.Equal("", result.Findings.Fails());
        Assert.Same(given, result.OpenedBy);
    }

    [Fact]
    public void Another_key_that_opens_the_block_is_named()
    {
        using ProtectionKeyCandidate given = SomeBlock.Given(SomeBlock.Another(1)), stored = SomeBlock.Stored("stored", SomeBlock.Kek);
        using KeyBlockResult result = KeyBlockExamination.Examine(SomeBlock.Tdes.Text(), [given, stored], KeyValue);
        ExchangeFinding fail = Told.First(result.Findings);
        Assert.Equal((ExchangeCause.ProtectionKeyOther, stored.ToString()), (fail.Check, fail.Expected));
        Assert.Equal($"{Readable} Tr31KeyLength CheckValue", result.Findings.Passes());
        Assert.Same(stored, result.OpenedBy);

        using ProtectionKeyCandidate derived = new("derived", BlockCipherAlgorithm.Tdes, SomeBlock.Kek, isGiven: false)
        {
            Cause = ExchangeCause.AgreementDerivation,
        };
        Assert.Equal(ExchangeCause.AgreementDerivation, SomeBlock.Findings(SomeBlock.Tdes.Text(), null, given, derived).Fails());
    }

    [Fact]
    public void A_key_that_was_found_and_none_given_passes()
    {
        using ProtectionKeyCandidate other = SomeBlock.Stored("other", SomeBlock.Another(2)), stored = SomeBlock.Stored("stored", SomeBlock.Kek);
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(SomeBlock.Tdes.Text(), KeyValue, other, stored);
        Assert.Equal(("", "", $"{Readable} Tr31Mac Tr31KeyLength CheckValue"), (findings.Fails(), findings.Unknowns(), findings.Passes()));
    }

    [Fact]
    public void A_MAC_under_no_key_fails_for_the_one_that_is_given()
    {
        using ProtectionKeyCandidate given = SomeBlock.Given(SomeBlock.Another(3));
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(SomeBlock.Tdes.Text(), KeyValue, given);
        Assert.Equal(("Tr31Mac", "Tr31KeyLength CheckValue"), (findings.Fails(), findings.Unknowns()));
    }

    [Fact]
    public void A_MAC_under_no_key_is_unknown_where_none_was_given()
    {
        using ProtectionKeyCandidate stored = SomeBlock.Stored("stored", SomeBlock.Another(4));
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(SomeBlock.Tdes.Text(), KeyValue, stored);
        Assert.Equal(("", "Tr31Mac Tr31KeyLength CheckValue"), (findings.Fails(), findings.Unknowns()));
        Assert.Equal(Readable, findings.Passes());
    }

    [Fact]
    public void A_key_of_the_other_family_is_told_and_what_would_fit()
    {
        using ProtectionKeyCandidate aes = SomeBlock.Given(SomeBlock.AesKek, aes: true), tdes = SomeBlock.Given(SomeBlock.Kek);
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(SomeBlock.Tdes.Text(), null, aes);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal(("Tr31ProtectionKeyMismatch", "Tr31KeyLength"), (fail.Check, findings.Unknowns()));
        Assert.Contains("TDES", fail.Expected, StringComparison.Ordinal);
        fail = Told.First(SomeBlock.Findings(SomeBlock.Aes.Text(), null, tdes));
        Assert.Equal("Tr31ProtectionKeyMismatch", fail.Check);
        Assert.DoesNotContain("TDES", fail.Expected, StringComparison.Ordinal);

        using ProtectionKeyCandidate stored = SomeBlock.Stored("stored", SomeBlock.AesKek, aes: true);
        findings = SomeBlock.Findings(SomeBlock.Tdes.Text(), null, stored);
        Assert.Equal(("", "Tr31Mac Tr31KeyLength"), (findings.Fails(), findings.Unknowns()));
    }

    [Fact]
    public void A_key_that_its_own_header_contradicts_fails()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        using KeyBlockResult shorter = KeyBlockExamination.Examine((SomeBlock.Tdes with { Key = SomeBlock.Key[..8] }).Text(), [key], "123456");
        Assert.Equal(("Tr31KeyLength", "Tr31KeyLength CheckValue"), (shorter.Findings.Fails(), shorter.Findings.Unknowns()));
        Assert.EndsWith(" Tr31Mac", shorter.Findings.Passes(), StringComparison.Ordinal);
        Assert.Equal((true, true), (shorter.Key is null, shorter.OpenedBy == key));

        Assert.Equal("Tr31CheckValue", SomeBlock.Findings((SomeBlock.Tdes with { Blocks = [("KC", "00123456")] }).Text(), null, key).Fails());
    }

    // X9.143 writes upper-case digits; a reader that takes lower-case ones says so.
    [Fact]
    public void What_is_only_a_warning_is_told_and_does_not_fail()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        string text = SomeBlock.Tdes.Text();
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(text[..16] + text[16..].ToLowerInvariant(), KeyValue, key);
        Assert.Equal("", findings.Fails());
        Assert.Equal(2, findings.Count(static finding => finding is { Check: "Tr31Payload", Outcome: FindingOutcome.Pass }));
    }
}
