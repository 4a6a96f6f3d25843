using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>Components as people enter them: three of a TDES key with their papers, each wrong in one way.</summary>
public sealed class ComponentExaminationTests
{
    // ANSI X9.24 check values, and that of the key of all three.
    private const string One = "2F3C1A7B9D5E60718293A4B5C6D7E8F9";
    private const string Two = "8192A3B4C5D6E7F8091A2B3C4D5E6F70";
    private const string Three = "0F1E2D3C4B5A69788796A5B4C3D2E1F0";
    private const string OfOne = "46091D";
    private const string OfTwo = "DA7DC1";
    private const string OfKey = "0894D5";

    private static readonly string OfThree = Platform.CheckValue(false, Convert.FromHexString(Three));

    [Fact]
    public void Good_components_pass()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (One, OfOne), (Two, OfTwo), (Three, OfThree));
        Assert.Equal("ComponentLength Parity CheckValue Parity CheckValue Parity CheckValue CheckValue", findings.Passes());
        Assert.Equal(8, findings.Count);
        Assert.StartsWith("3 components of 32 ", findings[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_given_is_unknown_and_the_component_s_own_value_is_told()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(null, (One, null), (Two, " "));
        Assert.Equal(("CheckValue CheckValue CheckValue", "ComponentLength Parity Parity"), (findings.Unknowns(), findings.Passes()));
        Assert.Contains(OfOne, findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("2 ", findings[1].Found, StringComparison.Ordinal);
        Assert.Contains(OfTwo, findings[1].Found, StringComparison.Ordinal);
        Assert.Equal("CheckValue", Examine(" ", (One, OfOne), (Two, OfTwo)).Unknowns());
        Assert.Equal("CheckValue", Examine(OfOne, (One, OfOne)).Unknowns());
        Assert.Empty(Examine(OfKey));
    }

    [Fact]
    public void Two_components_make_a_key()
    {
        byte[] key = [.. Convert.FromHexString(One).Zip(Convert.FromHexString(Two), static (one, two) => (byte)(one ^ two))];
        IReadOnlyList<ExchangeFinding> findings = Examine(Platform.CheckValue(false, key), (One, null), (Two, null));
        Assert.Equal(("", "ComponentLength Parity Parity CheckValue"), (findings.Fails(), findings.Passes()));
    }

    [Theory]
    [InlineData(false, 8, true)]
    [InlineData(false, 16, true)]
    [InlineData(false, 24, true)]
    [InlineData(false, 32, false)]
    [InlineData(false, 15, false)]
    [InlineData(true, 8, false)]
    [InlineData(true, 16, true)]
    [InlineData(true, 24, true)]
    [InlineData(true, 32, true)]
    public void A_component_has_a_length_of_its_cipher(bool aes, int length, bool isRight)
    {
        string digits = Convert.ToHexString([.. Enumerable.Range(3, length).Select(static value => (byte)(37 * value))]);
        IReadOnlyList<ExchangeFinding> findings = Of(aes, null, (digits, null));
        Assert.Equal(isRight ? "" : "ComponentLength", findings.Fails());
        if (isRight)
        {
            Assert.StartsWith("ComponentLength", findings.Passes(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Single(findings);
            Assert.DoesNotContain("first", findings[0].Found, StringComparison.Ordinal);
            Assert.StartsWith(aes ? "32 or 48 or 64 " : "16 or 32 or 48 ", findings[0].Expected, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Components_have_one_length()
    {
        ExchangeFinding fail = Assert.Single(Examine(OfKey, (One, OfOne), (Two, OfTwo), (Three[..16], null)));
        Assert.Equal(ExchangeCause.ComponentLength, fail.Check);
        Assert.StartsWith("Component 3 has 16 ", fail.Found, StringComparison.Ordinal);
        Assert.Contains("32", fail.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_that_is_there_twice_is_named()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(null, (One, OfOne), (Two, OfTwo), (One, OfOne));
        Assert.Equal("ComponentTwice", findings.Fails());
        Assert.Contains(" 1 and 3", findings[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_that_were_exchanged_are_named_and_the_key_is_still_compared()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (One, OfTwo), (Two, OfOne), (Three, OfThree));
        Assert.Equal("ComponentOrder ComponentOrder", findings.Fails());
        Assert.Equal((OfOne, OfTwo), (findings[0].Expected, findings[1].Expected));
        Assert.Contains("component 1", findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("component 2", findings[0].Found, StringComparison.Ordinal);
        Assert.EndsWith("Parity CheckValue CheckValue", findings.Passes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Halves_in_the_other_order_are_named_by_the_paper_of_the_component()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (One, OfOne), (Two[16..] + Two[..16], OfTwo), (Three, OfThree));
        Assert.Equal(("ComponentHalves", "CheckValue"), (findings.Fails(), findings.Unknowns()));
        Assert.Contains("Component 2", findings[0].Found, StringComparison.Ordinal);
        Assert.Equal(OfTwo, findings[0].Expected);
    }

    [Fact]
    public void A_wrong_digit_is_found_by_the_paper_of_the_component()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (One, OfOne), (Two.With(4, '7'), OfTwo), (Three, OfThree));
        Assert.Equal(("ComponentDigit", "CheckValue"), (findings.Fails(), findings.Unknowns()));
        Assert.Contains("Component 2", findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("digit 5", findings[0].Found, StringComparison.Ordinal);
        Assert.Equal(OfTwo, findings[0].Expected);
        Assert.DoesNotContain("component 2,", findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("(1 ", findings[0].Found, StringComparison.Ordinal);
        Assert.DoesNotContain("corrections", findings[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_digit_is_found_by_a_check_value_of_sixteen_digits_too()
    {
        string whole = Convert.ToHexString(Platform.Ecb(false, Convert.FromHexString(Two), new byte[8]));
        Assert.Equal("ComponentDigit", Examine(null, (Two.With(4, '7'), whole)).Fails());
        string ofKey = Convert.ToHexString(Platform.Ecb(false, Xor(One, Two), new byte[8]));
        Assert.Equal("ComponentDigit", Examine(ofKey, (One, null), (Two.With(4, '7'), null)).Fails());
    }

    [Fact]
    public void A_wrong_digit_is_found_by_the_check_value_of_the_key()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (One, null), (Two.With(4, '7'), null), (Three, null));
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((ExchangeCause.ComponentDigit, OfKey), (fail.Check, fail.Expected));
        Assert.Contains("component 2, digit 5", fail.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Halves_of_one_component_are_found_by_the_check_value_of_the_key()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (Two, null), (Three, null), (One[16..] + One[..16], null));
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((ExchangeCause.ComponentHalves, OfKey, "ComponentHalves"), (fail.Check, fail.Expected, findings.Fails()));
        Assert.Contains("component 3", fail.Found, StringComparison.Ordinal);
    }

    // With papers that fit, the check value of the key is what is wrong.
    [Fact]
    public void Of_components_whose_papers_fit_no_digit_is_doubted()
    {
        string almost = Platform.CheckValue(false, Xor(One, Two.With(4, '7'), Three));
        Assert.Equal("CheckValue", Examine(almost, (One, OfOne), (Two, OfTwo), (Three, OfThree)).Fails());
        Assert.Equal("ComponentDigit", Examine(almost, (One, null), (Two, null), (Three, null)).Fails());
        Assert.Equal("CheckValue", Examine(almost, (One, OfOne), (Two, null), (Three, null)).Fails());
    }

    [Fact]
    public void A_check_value_by_another_method_is_named_and_stops_there()
    {
        string cmac = Convert.ToHexString(Platform.Cmac(false, Convert.FromHexString(Two), new byte[8]))[..8];
        IReadOnlyList<ExchangeFinding> findings = Examine(OfKey, (One, OfOne), (Two, cmac), (Three, OfThree));
        Assert.Equal(("CheckValueMethod", "CheckValue"), (findings.Fails(), findings.Unknowns()));
        Assert.Contains("component 2 ", findings[0].Found, StringComparison.Ordinal);

        string ofKey = Convert.ToHexString(Platform.Cmac(false, Xor(One, Two, Three), new byte[8]))[..8];
        Assert.Equal("CheckValueMethod", Examine(ofKey, (One, OfOne), (Two, OfTwo), (Three, OfThree)).Fails());
    }

    [Theory]
    [InlineData("0123456789ABCDEF01234567", "CheckValue")]
    [InlineData("12", "CheckValueForm")]
    public void A_check_value_that_is_too_long_or_short_for_a_search_is_told(string value, string check)
    {
        Assert.Equal(check, Examine(OfKey, (One, value), (Two, OfTwo), (Three, OfThree)).Fails());
        Assert.Equal(check, Examine(value, (One, null), (Two, null), (Three, null)).Fails());
    }

    // Parity is told of TDES alone, and never fails: bytes of even parity are counted.
    [Theory]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "odd")]
    [InlineData("0323456789ABCDEFFEDCBA9876543210", " 1 of 16")]
    [InlineData("03030303030303030C0C0C0C0C0C0C0C", " 16 of 16")]
    public void Parity_is_told(string digits, string found)
    {
        ExchangeFinding parity = Assert.Single(Examine(null, (digits, null)), static finding => finding.Check == ExchangeCause.Parity);
        Assert.Equal(FindingOutcome.Pass, parity.Outcome);
        Assert.Contains(found, parity.Found, StringComparison.Ordinal);
        Assert.Contains("Component 1 ", parity.Found, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(true, null, (digits, null)), static finding => finding.Check == ExchangeCause.Parity);
    }

    // By the check value of the key alone the digit may be wrong in any of the components.
    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(6, 4)]
    public void Of_many_corrections_four_are_told_and_all_are_counted(int count, int told)
    {
        string[] all = [One, Two, Three, .. Enumerable.Range(1, 3).Select(static seed => Convert.ToHexString(SomeBlock.Another(seed, 16)))];
        string[] right = all[..count];
        ExchangeFinding fail = Told.First(Examine(Platform.CheckValue(false, Xor(right)),
            [.. right.Select(static (digits, index) => (index == 0 ? digits.With(4, '9') : digits, (string?)null))]));
        Assert.Equal(ExchangeCause.ComponentDigit, fail.Check);
        Assert.Equal([.. Enumerable.Range(1, told)],
            Enumerable.Range(1, count).Where(component => fail.Found.Contains($"component {component}, digit 5", StringComparison.Ordinal)));
        Assert.Equal(count > told, fail.Found.Contains('…', StringComparison.Ordinal));
        Assert.Contains($"({count} ", fail.Found, StringComparison.Ordinal);
    }

    private static byte[] Xor(params string[] components) =>
        components.Select(Convert.FromHexString).Aggregate(static (key, part) => [.. key.Zip(part, static (one, other) => (byte)(one ^ other))]);

    private static IReadOnlyList<ExchangeFinding> Examine(string? ofKey, params (string Digits, string? Paper)[] components) => Of(false, ofKey, components);

    private static IReadOnlyList<ExchangeFinding> Of(bool aes, string? ofKey, params (string Digits, string? Paper)[] components)
    {
        ComponentEvidence[] entered =
            [.. components.Select(static part => new ComponentEvidence(SecretBuffer.CopyOf(Convert.FromHexString(part.Digits)), part.Paper))];
        IReadOnlyList<ExchangeFinding> findings =
            ComponentExamination.Examine(aes ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, entered, ofKey);
        Array.ForEach(entered, static part => part.Value.Dispose());
        return findings;
    }
}
