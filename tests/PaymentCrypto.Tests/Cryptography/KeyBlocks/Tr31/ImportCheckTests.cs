using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>The import checks in their order, each with its own error and a message that helps.</summary>
public sealed class ImportCheckTests
{
    // TR-31:2018 A.7.2.2 and A.7.4
    private const string TdesKbpk = "DD7515F2BFC17F85CE48F3CA25CB21F6";
    private const string BlockB = "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";
    private const string AesKbpk = "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6";
    private const string BlockD = "D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C07156A27E8E31DA05F7425509593D03A457DC34";

    [Theory]
    [InlineData("B0080P0TE00E0000\n94B4", "line break")]
    [InlineData("B0080P0TE00É0000", "U+00C9")]
    [InlineData("B0080P0TE00", "16 characters")]
    [InlineData("", "16 characters")]
    public void Check_1_characters(string text, string hint) => AssertRefused(CryptographyError.Tr31Characters, text, hint);

    [Theory]
    [InlineData("F0080P0TE00E0000")]
    [InlineData("b0080P0TE00E0000")]
    [InlineData("00080P0TE00E0000")]
    public void Check_1_version(string text) => AssertRefused(CryptographyError.Tr31Version, text, "A, B, C, D or E");

    [Theory]
    [InlineData("B0080P0TE00E000094B4", "20", "cut")]
    [InlineData(BlockB + "00", "82", "appended")]
    public void Check_2_length_names_both_numbers_and_a_cause(string text, string actual, string cause)
        => AssertRefused(CryptographyError.Tr31Length, text, "80", actual, cause);

    [Theory]
    [InlineData("B00A0P0TE00E0000")]
    [InlineData("B 080P0TE00E0000")]
    public void Check_2_length_is_four_digits(string text) => AssertRefused(CryptographyError.Tr31Length, text, "four decimal digits");

    [Theory]
    [InlineData(5, '*')]
    [InlineData(7, ' ')]
    [InlineData(12, 'A')]
    public void Check_3_fields_that_no_version_of_the_standard_allows(int position, char value)
        => AssertRefused(CryptographyError.Tr31HeaderField, With(BlockB, position, value));

    // Whoever takes an unknown letter has to guess whether the key may go on: only E, N and S exist (X9.143 table 9).
    [Theory]
    [InlineData('X')]
    [InlineData('e')]
    [InlineData('0')]
    public void Check_3_an_exportability_that_nobody_defined_is_refused_by_every_reader(char letter)
    {
        string block = "D0112K0AB00E0000" + new string('0', 96);
        CryptographyException refusal = Assert.Throws<CryptographyException>(() => Tr31KeyBlockHeader.Parse(block[..11] + letter + block[12..]));
        Assert.Equal(CryptographyError.Tr31HeaderField, refusal.Error);
        Assert.Contains("E, N and S", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 'Z', "key usage \"Z0\"")]
    [InlineData(7, '1', "algorithm \"1\"")]
    [InlineData(8, '9', "mode of use \"9\"")]
    [InlineData(14, '3', "key context \"3\"")]
    [InlineData(15, '1', "reserved field \"1\"")]
    public void Check_3_values_that_X9_143_does_not_define_are_warned_of_and_refused_by_a_strict_reader(int position, char value, string what)
    {
        string text = With(BlockB, position, value);
        Assert.Contains(Tr31KeyBlock.Parse(text).Warnings,
            warning => warning.Check == CryptographyError.Tr31HeaderField && warning.Message.Contains(what, StringComparison.Ordinal));
        CryptographyException error = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Parse(text, Tr31ReadOptions.StrictX9143));
        Assert.Equal(CryptographyError.Tr31HeaderField, error.Error);
        Assert.Equal(text[..16], Tr31KeyBlock.Parse(text).Header.ToString());
    }

    [Theory]
    [InlineData("0100K!08AAAA", "K!")]
    [InlineData("0100KS0ZAAAA", "0Z")]
    [InlineData("0100KS03AAAA", "shorter than 4")]
    [InlineData("0100KS18AAAA", "24 characters long, but only 8 are left")]
    [InlineData("0200KS04KS04", "twice")]
    [InlineData("0200PB04LB04", "last")]
    [InlineData("0200KS08AAAA", "number 2")]
    [InlineData("0100KS00040003", "neither reading")]
    [InlineData("0100KS00FF", "neither reading")]
    public void Check_4_optional_blocks(string blocks, string hint)
        => AssertHeaderRefused(CryptographyError.Tr31OptionalBlock, "B0000P0TE00E" + blocks, hint);

    [Theory]
    [InlineData("KS", "ABC")]
    [InlineData("IK", "0123")]
    [InlineData("HM", "99")]
    [InlineData("KC", "0212")]
    [InlineData("KP", "02123456")]
    [InlineData("BI", "000123")]
    [InlineData("CT", "00not base64!")]
    [InlineData("CT", "020000FFAAAA")]
    [InlineData("DA", "01D2AB")]
    [InlineData("TS", "20201331000000Z")]
    [InlineData("AL", "0102")]
    [InlineData("WP", "004")]
    [InlineData("ZZ", "anything")]
    public void Check_4_content_of_an_optional_block_is_warned_of_kept_and_refused_by_a_strict_reader(string id, string data)
    {
        string text = $"B0000P0TE00E0100{new Tr31OptionalBlock(id, data).Text}";
        var header = Tr31KeyBlockHeader.Parse(text, out IReadOnlyList<CryptographyWarning> warnings);
        Assert.Contains(warnings,
            warning => warning.Check == CryptographyError.Tr31OptionalBlockContent && warning.Message.Contains(id, StringComparison.Ordinal));
        Assert.Equal((text, data), (header.ToString(), header.FindBlock(id)!.Data));
        Assert.Equal(
            CryptographyError.Tr31OptionalBlockContent,
            Assert.Throws<CryptographyException>(() => Tr31KeyBlockHeader.Parse(text, Tr31ReadOptions.StrictX9143)).Error);
    }

    [Fact]
    public void Check_4_a_KS_block_on_an_AES_DUKPT_key_is_warned_of()
    {
        Tr31KeyBlockHeader.Parse("D0000B1AX00E0200KS18FFFF9876543210E00000PB080000", out IReadOnlyList<CryptographyWarning> warnings);
        Assert.Contains(warnings, warning => warning.Message.Contains("IK", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("B0078P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A24", "multiple of 8")]
    [InlineData("B0079P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248", "even")]
    [InlineData("B0080P0TE00E0000G4B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E", "hex digits")]
    [InlineData("B0032P0TE00E000094B420079CC80BA3", "at least one cipher block")]
    [InlineData("D0016P0AE00E0000", "at least one cipher block")]
    public void Check_5_payload(string text, string hint) => AssertRefused(CryptographyError.Tr31Payload, text, hint);

    [Fact]
    public void Check_5_lower_case_hex_is_read_with_a_warning_and_refused_by_a_strict_reader()
    {
        string text = BlockB[..16] + BlockB[16..].ToLowerInvariant();
        using KeyBlockProtectionKey kbpk = Kbpk.For('B', TdesKbpk);
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(text, kbpk);
        Assert.Equal("3F419E1CB7079442AA37474C2EFBF8B8", Convert.ToHexString(unwrapped.Key));
        Assert.Contains(unwrapped.Warnings, warning => warning.Message.Contains("lower-case", StringComparison.Ordinal));
        Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Parse(text, Tr31ReadOptions.StrictX9143));
    }

    [Theory]
    [InlineData(BlockD, false, TdesKbpk, "version D", "AES key", "TDES key of 16 bytes")]
    [InlineData(BlockB, true, AesKbpk, "version B", "TDES key", "AES-256 key")]
    [InlineData(BlockB, false, "0123456789ABCDEF", "version B", "16 or 24", "8 bytes")]
    public void Check_6_a_KBPK_of_the_other_algorithm_is_the_first_thing_said_and_both_sides_are_named(
        string text, bool aes, string kbpkHex, string version, string wanted, string given)
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For(aes ? 'D' : 'B', kbpkHex);
        CryptographyException error = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Unwrap(text, kbpk));
        Assert.Equal(CryptographyError.Tr31ProtectionKeyMismatch, error.Error);
        Assert.All(new[] { version, wanted, given, kbpk.CheckValue }, part => Assert.Contains(part, error.Message));
    }

    [Fact]
    public void Check_7_another_KBPK_fails_the_MAC_and_its_check_value_is_shown_but_not_the_key()
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For('B', "0123456789ABCDEFFEDCBA9876543210");
        CryptographyException error = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Unwrap(BlockB, kbpk));
        Assert.Equal(CryptographyError.Tr31Mac, error.Error);
        Assert.Contains("08D7B4", error.Message);
        Assert.DoesNotContain("0123456789ABCDEF", error.Message);
    }

    [Fact]
    public void Check_7_a_KP_block_tells_a_wrong_KBPK_from_a_changed_block()
    {
        using KeyBlockProtectionKey right = Kbpk.For('D', AesKbpk);
        using KeyBlockProtectionKey wrong = Kbpk.For('D', "00112233445566778899AABBCCDDEEFF");
        var block = Tr31KeyBlock.Wrap(Tr31KeyBlock.Parse(BlockD).Header, new byte[16], right, new() { AddProtectionKeyCheckValue = true });
        Assert.Equal("012331550BC9", block.Header.FindBlock("KP")!.Data);

        CryptographyException wrongKey = Assert.Throws<CryptographyException>(() => block.Unwrap(wrong));
        Assert.Contains("used another KBPK", wrongKey.Message);
        CryptographyException changed = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Unwrap(With(block.Text, 8, 'N'), right));
        Assert.Contains("changed after wrapping", changed.Message);
        Assert.Equal((CryptographyError.Tr31Mac, CryptographyError.Tr31Mac), (wrongKey.Error, changed.Error));
    }

    [Fact]
    public void Check_8_a_key_length_that_the_algorithm_does_not_have_is_refused_unless_allowed()
    {
        // psec, third-party value: a DES key under a TDES header.
        const string text = "A0088M3TC00E000062C2C14D8785A01A9E8283525CA96F490D0CC6346FC7C2AC1E6FF354468910379AA5BBA6";
        using KeyBlockProtectionKey kbpk = Kbpk.For('A', "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBB");
        CryptographyException error = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Unwrap(text, kbpk));
        Assert.Equal(CryptographyError.Tr31KeyLength, error.Error);
        Assert.Contains("16 or 24", error.Message);
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(text, kbpk, new() { AllowNonStandardKeyLength = true });
        Assert.Equal("EEEEEEEEEEEEEEEE", Convert.ToHexString(unwrapped.Key));
        Assert.Contains(unwrapped.Warnings, warning => warning.Check == CryptographyError.Tr31KeyLength);
    }

    [Fact]
    public void Check_9_a_KC_block_that_is_wrong_is_refused_with_both_values()
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For('D', AesKbpk);
        Tr31KeyBlockHeader header = Tr31KeyBlock.Parse(BlockD).Header with
        {
            OptionalBlocks = [KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Cmac, "ABCDEF0123")],
        };
        var block = Tr31KeyBlock.Wrap(header, Convert.FromHexString("3F419E1CB7079442AA37474C2EFBF8B8"), kbpk);
        CryptographyException error = Assert.Throws<CryptographyException>(() => block.Unwrap(kbpk));
        Assert.Equal(CryptographyError.Tr31CheckValue, error.Error);
        Assert.Contains("ABCDEF0123", error.Message);
        Assert.Contains("08793E25AB", error.Message);
    }

    [Fact]
    public void Check_9_a_KP_block_that_is_wrong_is_warned_of_when_the_MAC_verifies()
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For('D', AesKbpk);
        Tr31KeyBlockHeader header = Tr31KeyBlock.Parse(BlockD).Header with
        {
            OptionalBlocks = [KeyCheckValueBlock.ForProtectionKey(KeyCheckValueMethod.Cmac, "ABCDEF0123")],
        };
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Wrap(header, new byte[16], kbpk).Unwrap(kbpk);
        Assert.Contains(unwrapped.Warnings, warning => warning.Check == CryptographyError.Tr31CheckValue);
    }

    [Theory]
    [InlineData(16, true, 'A', 32, true)]
    [InlineData(16, true, 'A', 16, false)]
    [InlineData(16, true, 'T', 24, false)]
    [InlineData(24, false, 'T', 24, false)]
    [InlineData(16, false, 'T', 24, true)]
    [InlineData(24, false, 'A', 16, true)]
    public void Check_9_a_key_under_a_weaker_KBPK_is_warned_of(int kbpkLength, bool aes, char algorithm, int keyLength, bool warned)
    {
        using KeyBlockProtectionKey kbpk = aes ? KeyBlockProtectionKey.FromAes(Bytes(kbpkLength)) : KeyBlockProtectionKey.FromTdes(Bytes(kbpkLength));
        Tr31KeyBlockHeader header = Tr31KeyBlock.Parse(BlockD).Header with { Version = kbpk.PreferredVersion, Algorithm = (Tr31Algorithm)algorithm };
        var block = Tr31KeyBlock.Wrap(header, Bytes(keyLength), kbpk);
        using Tr31UnwrappedKey unwrapped = block.Unwrap(kbpk);
        Assert.Equal(warned, unwrapped.Warnings.Any(warning => warning.Check == CryptographyError.WeakerWrappingKey));
        Assert.Equal(warned, block.Warnings.Any(warning => warning.Check == CryptographyError.WeakerWrappingKey));
    }

    [Fact]
    public void Check_9_a_key_that_is_not_exportable_is_not_wrapped_again_unless_forced()
    {
        using KeyBlockProtectionKey from = Kbpk.For('D', AesKbpk);
        using KeyBlockProtectionKey to = Kbpk.For('B', TdesKbpk);
        Tr31KeyBlockHeader header = Tr31KeyBlock.Parse(BlockD).Header with
        {
            Algorithm = Tr31Algorithm.Tdes,
            Exportability = Tr31Exportability.NonExportable,
            OptionalBlocks = [new KeySerialNumberBlock("FFFF9876543210E00000")],
        };
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Wrap(header, Bytes(16), from, new() { AddProtectionKeyCheckValue = true }).Unwrap(from);
        Assert.Equal(CryptographyError.Tr31NotExportable, Assert.Throws<CryptographyException>(() => unwrapped.Rewrap(to)).Error);

        Tr31KeyBlock again = unwrapped.Rewrap(to, force: true);
        using Tr31UnwrappedKey back = again.Unwrap(to);
        Assert.Equal(unwrapped.Key.ToArray(), back.Key.ToArray());
        Assert.Equal((Tr31Version.B, 1), (again.Header.Version, again.Header.OptionalBlocks.Count));
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(1, length).Select(i => (byte)i)];

    private static string With(string text, int position, char value) => text[..position] + value + text[(position + 1)..];

    private static void AssertRefused(CryptographyError expected, string text, params string[] hints)
        => AssertError(expected, Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Parse(text)), hints);

    private static void AssertHeaderRefused(CryptographyError expected, string text, params string[] hints)
        => AssertError(expected, Assert.Throws<CryptographyException>(() => Tr31KeyBlockHeader.Parse(text)), hints);

    private static void AssertError(CryptographyError expected, CryptographyException error, string[] hints)
    {
        Assert.Equal(expected, error.Error);
        Assert.All(hints, hint => Assert.Contains(hint, error.Message));
    }
}
