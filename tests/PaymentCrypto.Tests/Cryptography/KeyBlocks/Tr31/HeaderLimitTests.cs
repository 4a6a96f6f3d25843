using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>Headers and optional blocks at the limits that X9.143 sets, and what a text is taken for that is no block.</summary>
public sealed class HeaderLimitTests
{
    private const string Block = "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";
    private const string Fixed = "B0000P0TE00E";

    // Scheme letters: payShield host command manual, "Key Scheme Table".
    [Theory]
    [InlineData("R" + Block, "leave out the R")]
    [InlineData("RA0080P0TE00E0000", "leave out the R")]
    [InlineData("RE9999P0TE00E0000", "leave out the R")]
    [InlineData("RF0080P0TE00E0000", null)]
    [InlineData("R@0080P0TE00E0000", null)]
    [InlineData("RB00A0P0TE00E0000", null)]
    [InlineData("RB 080P0TE00E0000", null)]
    [InlineData("S009672TN00S00000", "Thales key block")]
    [InlineData("S909672TN00S00000", "Thales key block")]
    [InlineData("SA09672TN00S00000", "Thales key block")]
    [InlineData("SE09672TN00S00000", "Thales key block")]
    [InlineData("SF09672TN00S00000", null)]
    [InlineData("S/09672TN00S00000", null)]
    [InlineData("S:09672TN00S00000", null)]
    [InlineData("S@09672TN00S00000", null)]
    [InlineData("U0123456789ABCDEFFEDCBA9876543210", "bare TDES key")]
    [InlineData("Z0123456789ABCDEF", "bare TDES key")]
    [InlineData("V0123456789ABCDEF", null)]
    [InlineData("U0123456789ABCDEG", null)]
    [InlineData("a0080P0TE00E0000", "upper case")]
    [InlineData("e0080P0TE00E0000", "upper case")]
    [InlineData("f0080P0TE00E0000", null)]
    [InlineData("`0080P0TE00E0000", null)]
    [InlineData("42303038305030544530304530303030", "hex of a block's characters")]
    [InlineData("46303038305030544530304530303030", null)] // F0080
    [InlineData("4230303A305030544530304530303030", null)]
    [InlineData("4230303X305030544530304530303030", null)]
    public void What_is_no_version_letter_is_explained_where_it_can_be(string text, string? hint)
    {
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr31Version, () => Tr31KeyBlock.Parse(text));
        string said = refusal.Message[(refusal.Message.IndexOf('\'', refusal.Message.IndexOf('\'', StringComparison.Ordinal) + 1) + 2)..];
        if (hint is null)
        {
            Assert.Empty(said);
        }
        else
        {
            Assert.Contains(hint, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(79)]
    public void A_character_that_is_not_printable_is_refused_by_its_place(int position)
    {
        foreach (char c in "\u001F\u007F")
        {
            string text = $"{Block[..position]}{c}{Block[(position + 1)..]}";
            CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr31Characters, () => Tr31KeyBlock.Parse(text));
            Assert.StartsWith($"Character {position + 1} of the key block is U+{(int)c:X4}", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData('0', false)]
    [InlineData('1', false)]
    [InlineData('2', false)]
    [InlineData('/', true)]
    [InlineData('3', true)]
    public void The_key_context_is_0_1_or_2(char context, bool isWarned)
    {
        Tr31KeyBlockHeader.Parse($"{Fixed}00{context}0", out IReadOnlyList<CryptographyWarning> warnings);
        Assert.Equal(isWarned, warnings.Any(warning => warning.Message.Contains("key context", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("!K08AAAA")]
    [InlineData("K!08AAAA")]
    [InlineData("KS0G")]
    [InlineData("KSG0")]
    [InlineData("KS00")]
    [InlineData("KS0000")]
    [InlineData("KS000G")]
    [InlineData("KS00020")]
    [InlineData("KS0002070")] // shorter than its own header
    [InlineData("KS000800000FFF")]
    [InlineData("KS")]
    public void An_optional_block_that_can_not_be_measured_is_refused(string blocks) =>
        Tr34Fixture.Refused(CryptographyError.Tr31OptionalBlock, () => Tr31KeyBlockHeader.Parse($"{Fixed}0100{blocks}"));

    [Theory]
    [InlineData("!K")]
    [InlineData("K!")]
    public void An_identifier_is_two_letters_or_digits(string id)
    {
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr31OptionalBlock, () => Tr31KeyBlockHeader.Parse($"{Fixed}0100{id}08AAAA"));
        Assert.Contains($"begins with \"{id}\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_that_begins_in_lower_case_is_warned_of()
    {
        string text = string.Concat(Block.AsSpan(0, 16), "a", Block.AsSpan(17));
        Assert.Contains(Tr31KeyBlock.Parse(text).Warnings, warning => warning.Check == CryptographyError.Tr31Payload);
    }

    // X9.143 5.1: zeros before the length change nothing, and the length counts them.
    [Theory]
    [InlineData("LB000208", "")]
    [InlineData("LB000209x", "x")]
    [InlineData("LB00080000000F0", "0")]
    [InlineData("LB00100000000000000017x", "x")]
    public void An_extended_length_counts_itself(string block, string data)
    {
        Tr31OptionalBlock read = Tr31KeyBlockHeader.Parse($"{Fixed}0100{block}").OptionalBlocks[0];
        Assert.Equal((data, Tr31LengthForm.ExtendedCharacters), (read.Data, read.LengthForm));
        Assert.Equal(block, read.Text);
    }

    [Theory]
    [InlineData(251, "FF")]
    [InlineData(252, "00040106")]
    public void The_longest_short_length_is_255(int length, string written)
    {
        var block = new Tr31OptionalBlock("LB", new string('x', length));
        Assert.StartsWith("LB" + written + "x", block.Text, StringComparison.Ordinal);
        Tr31OptionalBlock read = Tr31KeyBlockHeader.Parse($"{Fixed}0100{block.Text}").OptionalBlocks[0];
        Assert.Equal(length, read.Data.Length);
        Assert.Equal(length == 251 ? Tr31LengthForm.Short : Tr31LengthForm.ExtendedCharacters, read.LengthForm);
    }

    [Fact]
    public void The_longest_extended_length_has_four_digits()
    {
        Assert.StartsWith("LB0004FFFFx", new Tr31OptionalBlock("LB", new string('x', 65525)).Text, StringComparison.Ordinal);
        Tr34Fixture.Refused(CryptographyError.Tr31OptionalBlock, () => _ = new Tr31OptionalBlock("LB", new string('x', 65526)).Text);
    }

    [Theory]
    [InlineData("10", true)]
    [InlineData("1A", false)]
    [InlineData("A1", false)]
    [InlineData("LB", false)]
    public void Two_digits_are_the_parties_own(string id, bool isProprietary) => Assert.Equal(isProprietary, new Tr31OptionalBlock(id, "x").IsProprietary);

    // Each is short of what X9.143 table 5 wants by as little as can be, or beyond it.
    [Theory]
    [InlineData("KC", "|0|00|01|02AA|1000AA|00A|00AABBCCDD|01AABBCCDDEEFF|00GG")]
    [InlineData("KP", "|00|01A")]
    [InlineData("BI", "|0|00|01|00123456789|0012345678901|011234567|01123456789|0212345678|00FFFF98765G")]
    [InlineData("CT", "|0|00|01|02|03AAAA|00A|00AA=A|0200|020000000|0200000|02000000|02000005AAAA|0200000AAAAA|0203000004AAAA|02000004AAAA0|02000004AAAA00")]
    [InlineData("DA", "|0|01|01B0TX|01B0TXEB|02B0TXE|00B0TXE")]
    [InlineData("KS", "|FFFF9876543210E0000|FFFF9876543210E00000F|FFFF9876543210E0000G")]
    [InlineData("IK", "|123456789012345|12345678901234567|123456789012345G")]
    [InlineData("HM", "|2|210|99|GG")]
    [InlineData("AL", "|01|010|0102|0001|01001")]
    [InlineData("WP", "|00|004|0000|010")]
    [InlineData("TS", "|2020081822121|20200818221218|20201318221218Z|2020-08-18T22:12:18")]
    public void A_content_that_does_not_fit_is_warned_of_and_kept(string id, string contents)
    {
        foreach (string data in contents.Split('|'))
        {
            string text = $"{id}{data.Length + 4:X2}{data}";
            var header = Tr31KeyBlockHeader.Parse($"{Fixed}0100{text}", out IReadOnlyList<CryptographyWarning> warnings);
            Assert.True(warnings.Any(warning => warning.Check == CryptographyError.Tr31OptionalBlockContent), text);
            Assert.Equal((typeof(Tr31OptionalBlock), data), (header.OptionalBlocks[0].GetType(), header.OptionalBlocks[0].Data));
            Assert.Throws<CryptographyException>(() => Tr31KeyBlockHeader.Parse($"{Fixed}0100{text}", new Tr31ReadOptions { Strict = true }));
        }
    }

    // X9.143 tables 5 and 8: of several derivations each has to be defined, in each of its fields.
    [Theory]
    [InlineData("FL", "x", false)]
    [InlineData("KV", "0100", false)]
    [InlineData("LB", "x", false)]
    [InlineData("DA", "01P0TEE", false)]
    [InlineData("DA", "01P0TEEP0AEN", false)]
    [InlineData("DA", "01P0TEEZ9TEE", true)]
    [InlineData("DA", "01Z9TEE", true)]
    [InlineData("DA", "01P0QEE", true)]
    [InlineData("DA", "01P0TQE", true)]
    [InlineData("DA", "01P0TEQ", true)]
    public void A_block_of_defined_values_passes_without_a_word(string id, string data, bool isWarned)
    {
        Tr31KeyBlockHeader.Parse($"{Fixed}0100{id}{data.Length + 4:X2}{data}", out IReadOnlyList<CryptographyWarning> warnings);
        Assert.Equal(isWarned, warnings.Any(warning => warning.Check == CryptographyError.Tr31OptionalBlockContent));
    }

    [Fact]
    public void Typed_blocks_know_what_they_say()
    {
        Assert.False(BaseDerivationKeyIdBlock.ForTdes("FFFF987654").IsAes);
        Assert.True(BaseDerivationKeyIdBlock.ForAes("12345678").IsAes);
        Assert.Equal("0100", new AsymmetricKeyLifeBlock(isStatic: false).Data);
        Assert.Equal("0101", new AsymmetricKeyLifeBlock(isStatic: true).Data);
        Assert.True(Tr31KeyUsage.FromHeader('P', '0').Equals(Tr31KeyUsage.FromHeader('P', '0')));
        Assert.False(Tr31KeyUsage.FromHeader('P', '0').Equals(Tr31KeyUsage.FromHeader('0', 'P')));
        Assert.Equal("0P", Tr31KeyUsage.FromHeader('0', 'P').Code);
    }

    [Theory]
    [InlineData("M7HG", true)]
    [InlineData("C0HG", true)]
    [InlineData("M7TG", true)]
    [InlineData("M3TG", false)]
    public void An_HMAC_key_without_its_hash_is_warned_of(string usage, bool isWarned)
    {
        Tr31KeyBlockHeader.Parse($"B0000{usage}00E0000", out IReadOnlyList<CryptographyWarning> warnings);
        Assert.Equal(isWarned, warnings.Any(warning => warning.Message.Contains("HM block", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(BlockCipherAlgorithm.Aes)]
    [InlineData(BlockCipherAlgorithm.Tdes)]
    public void A_KBPK_has_check_values_by_both_methods(BlockCipherAlgorithm algorithm)
    {
        byte[] key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        using KeyBlockProtectionKey kbpk = algorithm == BlockCipherAlgorithm.Aes ? KeyBlockProtectionKey.FromAes(key) : KeyBlockProtectionKey.FromTdes(key);
        Assert.Equal(KeyCheckValue.Cmac(algorithm, key, 5), kbpk.ComputeCheckValue(useCmac: true, 5));
        Assert.Equal(KeyCheckValue.AnsiX924(algorithm, key, 3), kbpk.ComputeCheckValue(useCmac: false, 3));
        Assert.NotEqual(kbpk.ComputeCheckValue(useCmac: true, 3), kbpk.ComputeCheckValue(useCmac: false, 3));
    }
}
