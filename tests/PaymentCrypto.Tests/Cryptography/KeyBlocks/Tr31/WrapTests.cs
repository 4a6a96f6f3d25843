using System.Globalization;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

public sealed class WrapTests
{
    private static readonly byte[] Key16 = Convert.FromHexString("3F419E1CB7079442AA37474C2EFBF8B8");

    // Lengths of ANSI X9.143:2021 8.1, 8.3.2.1, 8.3.2.2, and of AWS's documented exports B0096B1TX00S0000 and D0144K0AB00E0000.
    [Theory]
    [InlineData('D', 32, 'A', true, 144)]
    [InlineData('D', 16, 'A', false, 112)]
    [InlineData('D', 32, 'T', true, 112)]
    [InlineData('B', 16, 'T', true, 96)]
    [InlineData('B', 24, 'T', false, 80)]
    [InlineData('A', 16, 'T', true, 88)]
    [InlineData('C', 8, 'T', false, 72)]
    [InlineData('E', 32, 'A', false, 84)]
    public void The_length_of_a_block_hides_the_length_of_the_key_or_not(char version, int kbpkLength, char algorithm, bool hide, int expected)
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For(version, Convert.ToHexString([.. Enumerable.Range(0, kbpkLength).Select(i => (byte)i)]));
        var block = Tr31KeyBlock.Wrap(Header(version, algorithm), Key16, kbpk, new() { HideKeyLength = hide, AllowWithdrawnVersions = true });
        Assert.Equal((expected, $"{version}{expected:D4}"), (block.Text.Length, block.Text[..5]));
        using Tr31UnwrappedKey unwrapped = block.Unwrap(kbpk);
        Assert.Equal(Key16, unwrapped.Key.ToArray());
    }

    [Fact]
    public void Two_wraps_of_one_key_differ()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        Assert.NotEqual(Tr31KeyBlock.Wrap(Header('D', 'A'), Key16, kbpk).Text, Tr31KeyBlock.Wrap(Header('D', 'A'), Key16, kbpk).Text);
    }

    [Theory]
    [InlineData('A')]
    [InlineData('C')]
    public void The_withdrawn_versions_are_written_only_when_asked(char version)
    {
        using var kbpk = KeyBlockProtectionKey.FromTdes(Key16);
        CryptographyException error = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Wrap(Header(version, 'T'), Key16, kbpk));
        Assert.Equal(CryptographyError.Tr31Version, error.Error);
        Assert.Contains(nameof(Tr31WrapOptions.AllowWithdrawnVersions), error.Message);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("abcd", "LB08abcdPB08")]
    [InlineData("abcdefghijkl", "LB10abcdefghijkl")]
    [InlineData("abcdefgh", "LB0CabcdefghPB04")]
    [InlineData("abcdefghi", "LB0DabcdefghiPB13")]
    public void Padding_fills_the_optional_blocks_up_to_whole_cipher_blocks(string label, string expected)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        Tr31KeyBlockHeader header = Header('D', 'A') with { OptionalBlocks = label.Length == 0 ? [] : [new Tr31OptionalBlock("LB", label)] };
        string written = Tr31KeyBlock.Wrap(header, Key16, kbpk).Header.ToString();
        Assert.StartsWith(expected, written[16..]);
        Assert.Equal(0, written.Length % 16);
    }

    [Fact]
    public void A_long_block_is_written_with_the_extended_length_of_X9_143()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        string label = new string('x', 252);
        var block = Tr31KeyBlock.Wrap(Header('D', 'A') with { OptionalBlocks = [new Tr31OptionalBlock("LB", label)] }, Key16, kbpk);
        Assert.StartsWith("LB00040106" + label, block.Text[16..]);
        Assert.Equal((label, Tr31LengthForm.ExtendedCharacters), (block.Header.FindBlock("LB")!.Data, block.Header.FindBlock("LB")!.LengthForm));
    }

    [Fact]
    public void A_block_received_with_the_other_extended_length_is_written_again_with_that_of_X9_143()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        var received = Tr31KeyBlockHeader.Parse("D0000P0AE00E0100LB00020010abcdef");
        Assert.Equal((Tr31LengthForm.ExtendedBytes, "abcdef"), (received.OptionalBlocks[0].LengthForm, received.OptionalBlocks[0].Data));
        Assert.Equal("D0000P0AE00E0100LB00020010abcdef", received.ToString());
        Assert.StartsWith("LB0AabcdefPB06", Tr31KeyBlock.Wrap(received, Key16, kbpk).Text[16..]);
    }

    [Fact]
    public void Check_values_are_added_as_openemv_adds_them()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString("88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6"));
        var block = Tr31KeyBlock.Wrap(
            Header('D', 'T'), Key16, kbpk, new() { HideKeyLength = false, AddKeyCheckValue = true, AddProtectionKeyCheckValue = true });
        Assert.StartsWith("D0144P0TE00E0300KC0C0057C409KP10012331550BC9PB04", block.Text);
    }

    [Fact]
    public void A_block_that_would_be_too_long_is_refused()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        Tr31KeyBlockHeader header = Header('D', 'A') with { OptionalBlocks = [new Tr31OptionalBlock("LB", new string('x', 9900))] };
        Assert.Equal(CryptographyError.Tr31Length, Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Wrap(header, Key16, kbpk)).Error);
    }

    [Theory]
    [InlineData('A', 15)]
    [InlineData('T', 8)]
    [InlineData('D', 16)]
    [InlineData('H', 0)]
    [InlineData('R', 8192)]
    public void A_key_of_a_length_that_its_algorithm_does_not_have_is_not_written(char algorithm, int length)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        CryptographyException error = Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Wrap(Header('D', algorithm), new byte[length], kbpk));
        Assert.Equal(CryptographyError.Tr31KeyLength, error.Error);
    }

    [Fact]
    public void A_header_with_a_field_that_no_reader_takes_is_not_written()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Key16);
        Assert.Equal(
            CryptographyError.Tr31HeaderField,
            Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Wrap(Header('D', 'A') with { ModeOfUse = (Tr31ModeOfUse)'*' }, Key16, kbpk)).Error);
        Assert.Equal(CryptographyError.Tr31HeaderField, Assert.Throws<CryptographyException>(() => Header('D', 'A') with { KeyVersion = "1" }).Error);
        Assert.Equal(CryptographyError.Tr31HeaderField, Assert.Throws<CryptographyException>(() => new Tr31KeyUsage("P")).Error);
    }

    [Fact]
    public void Every_public_expectation_of_a_wrap_is_met()
    {
        foreach (JsonElement record in SharedVectors.Records("tr31_export_expect.json"))
        {
            string prefix = Text(record, "expect_header_prefix");
            using KeyBlockProtectionKey kbpk = Kbpk.For(prefix[0], Text(record, "kbpk"));
            Tr31KeyBlockHeader header = ExpectedHeader(record, prefix);
            var options = new Tr31WrapOptions { AllowWithdrawnVersions = true, HideKeyLength = record.GetProperty("obfuscate_key_length").GetBoolean() };
            var block = Tr31KeyBlock.Wrap(header, Convert.FromHexString(Text(record, "key")), kbpk, options);
            Assert.Equal(record.GetProperty("expect_length").GetInt32(), block.Text.Length);
            Assert.StartsWith(prefix, block.Text);
            using Tr31UnwrappedKey unwrapped = block.Unwrap(kbpk);
            Assert.Equal(Text(record, "key"), Convert.ToHexString(unwrapped.Key));
        }
    }

    /// <summary>The optional blocks of the expectation, without its PB, which wrapping must add by itself.</summary>
    private static Tr31KeyBlockHeader ExpectedHeader(JsonElement record, string prefix)
    {
        var blocks = new List<Tr31OptionalBlock>();
        int count = prefix.Length > 16 ? int.Parse(prefix[12..14], CultureInfo.InvariantCulture) : 0;
        string rest = prefix.Length > 16 ? prefix[16..] : string.Empty;
        for (int i = 0; i < count && !rest.StartsWith("PB", StringComparison.Ordinal); i++)
        {
            int length = Convert.ToInt32(rest[2..4], 16);
            int start = length == 0 ? 10 : 4;
            length = length == 0 ? Convert.ToInt32(rest[6..10], 16) : length;
            blocks.Add(new Tr31OptionalBlock(rest[..2], rest[start..length]));
            rest = rest[length..];
        }

        return Header(prefix[0], Text(record, "algorithm")[0]) with
        {
            KeyUsage = new(Text(record, "usage")),
            ModeOfUse = (Tr31ModeOfUse)Text(record, "mode")[0],
            Exportability = (Tr31Exportability)Text(record, "exportability")[0],
            KeyVersion = Text(record, "key_version"),
            OptionalBlocks = blocks,
        };
    }

    private static Tr31KeyBlockHeader Header(char version, char algorithm) => new()
    {
        Version = (Tr31Version)version,
        KeyUsage = new("P0"),
        Algorithm = (Tr31Algorithm)algorithm,
        ModeOfUse = Tr31ModeOfUse.EncryptOnly,
        Exportability = Tr31Exportability.Exportable,
    };

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
