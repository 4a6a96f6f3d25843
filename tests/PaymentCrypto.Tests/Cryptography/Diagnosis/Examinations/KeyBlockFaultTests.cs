using System.Globalization;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>Blocks that were cut, changed or prolonged on the way: what is named, what would be right, and whether it goes on from there.</summary>
public sealed class KeyBlockFaultTests
{
    private static readonly string Tdes = SomeBlock.Tdes.Text();
    private static readonly string Aes = SomeBlock.Aes.Text();

    // Places of the payload and of each field of the header, and a letter that is no digit.
    [Theory]
    [InlineData(0, 'C')]
    [InlineData(3, '7')]
    [InlineData(5, 'V')]
    [InlineData(7, '?')]
    [InlineData(11, 'X')]
    [InlineData(13, '4')]
    [InlineData(14, '2')]
    [InlineData(40, 'O')]
    [InlineData(95, '#')]
    public void The_one_changed_character_is_found(int at, char wrong)
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(Tdes.With(at, wrong), null, key);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal(("BlockAltered", "BlockAltered"), (fail.Check, findings.Fails()));
        Assert.Contains($"'{Tdes[at]}'", fail.Expected, StringComparison.Ordinal);
        Assert.Contains((at + 1).ToString(CultureInfo.InvariantCulture), fail.Expected, StringComparison.Ordinal);
        Assert.Contains($"'{wrong}'", fail.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_is_read_once_it_is_mended_and_its_key_comes_out()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        using KeyBlockResult result = KeyBlockExamination.Examine(Tdes.With(5, '?'), [key], Platform.CheckValue(false, SomeBlock.Key));
        Assert.Equal(("BlockAltered", "Tr31Mac Tr31KeyLength CheckValue"), (result.Findings.Fails(), result.Findings.Passes()));
        Assert.Equal(SomeBlock.Key, result.Key!.Key.ToArray());
    }

    [Fact]
    public void A_digit_of_the_payload_leaves_the_key_hidden()
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        using KeyBlockResult result = KeyBlockExamination.Examine(Tdes.With(50, Tdes[50] == '3' ? '4' : '3'), [key], "123456");
        Assert.Equal(("BlockAltered", "Tr31KeyLength CheckValue"), (result.Findings.Fails(), result.Findings.Unknowns()));
        Assert.Equal((true, true), (result.Key is null, result.OpenedBy is null));
    }

    // Three keys are tried: the search grows with the square of the block.
    [Theory]
    [InlineData(2, '3', "BlockAltered")]
    [InlineData(3, '3', "")]
    [InlineData(2, '?', "BlockAltered")]
    [InlineData(3, '?', "Tr31HeaderField")]
    public void The_third_key_still_mends_a_block_and_the_fourth_does_not(int before, char wrong, string fails)
    {
        ProtectionKeyCandidate[] keys =
        [
            .. Enumerable.Range(0, before).Select(static seed => SomeBlock.Stored("other", SomeBlock.Another(seed))),
            SomeBlock.Stored("right", SomeBlock.Kek),
        ];
        string text = wrong == '?' ? Tdes.With(7, '?') : Tdes.With(50, Tdes[50] == '3' ? '4' : '3');
        string told = SomeBlock.Findings(text, null, keys).Fails();
        Array.ForEach(keys, static key => key.Dispose());
        Assert.Equal(fails, told);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("END")]
    public void What_follows_a_block_is_left_out_and_the_key_comes_out(string behind)
    {
        using ProtectionKeyCandidate key = SomeBlock.Given(SomeBlock.Kek);
        using KeyBlockResult result = KeyBlockExamination.Examine(Tdes + behind, [key], Platform.CheckValue(false, SomeBlock.Key));
        ExchangeFinding fail = Told.First(result.Findings);
        Assert.Equal(("Tr31Length", "Tr31Length"), (fail.Check, result.Findings.Fails()));
        Assert.StartsWith("96 ", fail.Expected, StringComparison.Ordinal);
        Assert.StartsWith($"{behind.Length} ", fail.Found, StringComparison.Ordinal);
        Assert.Equal(("", SomeBlock.Key.Length), (result.Findings.Unknowns(), result.Key!.Key.Length));
    }

    [Fact]
    public void What_is_nothing_without_what_follows_it_is_not_opened()
    {
        ExchangeFinding fail = Told.First(SomeBlock.Findings(Tdes.With(5, '?') + "00", null));
        Assert.Equal(("Tr31Length", null), (fail.Check, fail.Expected));
    }

    // Four of eight bytes in version B, four or eight of sixteen in D: what programs keep of a MAC. Other lengths are just missing.
    [Theory]
    [InlineData(false, 8, "MacCut", 4)]
    [InlineData(false, 6, "Tr31Length", 0)]
    [InlineData(false, 10, "Tr31Length", 0)]
    [InlineData(false, 16, "Tr31Length", 0)]
    [InlineData(true, 16, "MacCut", 8)]
    [InlineData(true, 24, "MacCut", 4)]
    [InlineData(true, 8, "Tr31Length", 0)]
    [InlineData(true, 2, "Tr31Length", 0)]
    public void A_MAC_that_was_cut_is_told_apart_from_a_missing_end(bool aes, int missing, string check, int left)
    {
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings((aes ? Aes : Tdes)[..^missing], null);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((check, "Tr31KeyLength"), (fail.Check, findings.Unknowns()));
        if (left > 0)
        {
            Assert.Contains($" {left} bytes", fail.Found, StringComparison.Ordinal);
            Assert.Contains($" {missing} characters", fail.Found, StringComparison.Ordinal);
            Assert.Contains(aes ? " 16 bytes (32 digits)" : " 8 bytes (16 digits)", fail.Expected, StringComparison.Ordinal);
        }
    }

    // The sender wrote the length that the block has without the rest of its MAC.
    [Theory]
    [InlineData(false, 8, "MacCut", 4)]
    [InlineData(true, 16, "MacCut", 8)]
    [InlineData(true, 24, "MacCut", 4)]
    [InlineData(false, 2, "Tr31Payload", 0)]
    [InlineData(false, 4, "Tr31Payload", 0)]
    [InlineData(true, 8, "Tr31Payload", 0)]
    [InlineData(true, 20, "Tr31Payload", 0)]
    public void A_MAC_that_is_short_for_its_version_is_told(bool aes, int missing, string check, int left)
    {
        string text = aes ? Aes : Tdes;
        string cut = string.Create(CultureInfo.InvariantCulture, $"{text[0]}{text.Length - missing:D4}{text[5..^missing]}");
        ExchangeFinding fail = Told.First(SomeBlock.Findings(cut, null));
        Assert.Equal(check, fail.Check);
        if (left > 0)
        {
            Assert.Contains($" {left} bytes", fail.Found, StringComparison.Ordinal);
            Assert.Contains(aes ? " 16 bytes (32 digits)" : " 8 bytes (16 digits)", fail.Expected, StringComparison.Ordinal);
        }
    }

    // Versions A and C have MACs of four bytes: nothing shorter is usual.
    [Fact]
    public void A_MAC_of_four_bytes_is_not_said_to_be_cut()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"A{Tdes.Length - 4:D4}{Tdes[5..^4]}");
        Assert.Equal("Tr31Payload", SomeBlock.Findings(text, null).Fails());
    }

    // A payload of nothing but MAC is no cut one.
    [Fact]
    public void A_block_that_is_too_short_for_a_payload_is_not_said_to_be_cut() =>
        Assert.Equal("Tr31Payload", SomeBlock.Findings("B0024P0TE00E0000" + "01234567", null).Fails());

    [Fact]
    public void Up_to_four_letters_among_the_digits_are_named()
    {
        ExchangeFinding fail = Told.First(SomeBlock.Findings(Tdes.With(30, 'O').With(41, 'I').With(52, 'S').With(63, 'Z'), null));
        Assert.Equal("Tr31Payload", fail.Check);
        Assert.NotNull(fail.Expected);
        Assert.NotEqual(CheckGuide.Of(fail.Check)!.Action, fail.Action);
        Assert.All((string[])["character 31 is 'O'", "character 42 is 'I'", "character 53 is 'S'", "character 64 is 'Z'"],
            named => Assert.Contains(named, fail.Found, StringComparison.Ordinal));

        fail = Told.First(SomeBlock.Findings(Tdes.With(30, 'O').With(41, 'I').With(52, 'S').With(63, 'Z').With(74, 'O'), null));
        Assert.Equal(("Tr31Payload", null, CheckGuide.Of("Tr31Payload")!.Action), (fail.Check, fail.Expected, fail.Action));
    }

    [Fact]
    public void The_first_and_the_last_character_of_a_payload_are_named_too()
    {
        ExchangeFinding fail = Told.First(SomeBlock.Findings(Tdes.With(16, 'G').With(95, 'H'), null));
        Assert.Contains("character 31 is 'O'", Told.First(SomeBlock.Findings(Tdes.With(5, 'p').With(30, 'O'), null)).Found, StringComparison.Ordinal);
        Assert.Contains("character 17 is 'G'", fail.Found, StringComparison.Ordinal);
        Assert.Contains("character 96 is 'H'", fail.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_can_be_read_is_shown_and_one_that_can_not_is_not()
    {
        using KeyBlockResult cut = KeyBlockExamination.Examine(Tdes[..^2], []);
        Assert.Equal("P0", cut.Header!.KeyUsage.Code);
        using KeyBlockResult lenient = KeyBlockExamination.Examine(Tdes.With(5, 'p')[..^2], []);
        Assert.NotNull(lenient.Header);
        using KeyBlockResult unread = KeyBlockExamination.Examine(Tdes.With(5, '?'), []);
        Assert.Null(unread.Header);
        using KeyBlockResult foreign = KeyBlockExamination.Examine(Tdes[..^1] + "\u00E4", []);
        Assert.Null(foreign.Header);
        Assert.Equal((true, true, true), (cut.Key is null, unread.Key is null, foreign.OpenedBy is null));
    }

    [Fact]
    public void What_could_not_be_read_hides_the_rest()
    {
        Assert.Equal("Tr31KeyLength", SomeBlock.Findings(Tdes.With(5, '?'), " ").Unknowns());
        Assert.Equal("Tr31KeyLength CheckValue", SomeBlock.Findings(Tdes.With(5, '?'), "123456").Unknowns());
    }
}
