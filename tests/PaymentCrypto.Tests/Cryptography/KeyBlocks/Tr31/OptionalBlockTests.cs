using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

public sealed class OptionalBlockTests
{
    // The written forms follow openemv's decoded examples (KS, KC, KP, HM, DA, WP) and the table of X9.143 for the rest.
    public static TheoryData<Tr31OptionalBlock, string> Written => new()
    {
        { new KeySerialNumberBlock("00604B120F9292800000"), "KS1800604B120F9292800000" },
        { new InitialKeyIdBlock("1234567890123456"), "IK141234567890123456" },
        { BaseDerivationKeyIdBlock.ForTdes("FFFF987654"), "BI1000FFFF987654" },
        { BaseDerivationKeyIdBlock.ForAes("12345678"), "BI0E0112345678" },
        { KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Legacy, "F4B08D"), "KC0C00F4B08D" },
        { KeyCheckValueBlock.ForProtectionKey(KeyCheckValueMethod.Cmac, "2331550BC9"), "KP10012331550BC9" },
        { new HmacHashBlock(HmacHash.Sha256), "HM0621" },
        { new WrappingPedigreeBlock(WrappingPedigree.WeakerAndAsymmetric), "WP07003" },
        { new AsymmetricKeyLifeBlock(isStatic: true), "AL080101" },
        { TimeBlock.ForTimeStamp(new DateTimeOffset(2020, 8, 18, 22, 12, 18, 990, TimeSpan.Zero)), "TS1320200818221218Z" },
        { TimeBlock.ForCreation(new DateTimeOffset(2020, 8, 19, 0, 12, 18, TimeSpan.FromHours(2))), "TC1320200818221218Z" },
        { CertificateBlock.ForX509([0, 0, 0]), "CT0A00AAAA" },
        { CertificateBlock.ForX509([0, 0, 0], [255, 255, 255]), "CT1A02000004AAAA000004////" },
        { new Tr31OptionalBlock("PB", string.Empty), "PB04" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_block_is_written_as_the_standard_has_it_and_read_back_with_its_type(Tr31OptionalBlock block, string text)
    {
        Assert.Equal(text, block.Text);
        Tr31OptionalBlock read = Tr31KeyBlockHeader.Parse("B0000P0TE00E0100" + text, out IReadOnlyList<CryptographyWarning> warnings).OptionalBlocks[0];
        Assert.Equal((block.GetType(), block.Data), (read.GetType(), read.Data));
        Assert.DoesNotContain(warnings, warning => warning.Check == CryptographyError.Tr31OptionalBlockContent);
    }

    [Fact]
    public void A_certificate_chain_is_read_in_its_order()
    {
        var header = Tr31KeyBlockHeader.Parse("B0000P0TE00E0100" + CertificateBlock.ForX509([1, 2], [3, 4, 5]).Text);
        Assert.Equal(["0102", "030405"], header.FindBlock<CertificateBlock>()!.Certificates.Select(Convert.ToHexString));
    }

    [Fact]
    public void A_time_is_read_in_UTC_to_the_hundredth()
    {
        var header = Tr31KeyBlockHeader.Parse("B0000P0TE00E0100TS1B2018-06-18T20:42:39.22Z");
        Assert.Equal(new DateTimeOffset(2018, 6, 18, 20, 42, 39, 220, TimeSpan.Zero), header.FindBlock<TimeBlock>()!.Time);
    }

    [Fact]
    public void Where_both_readings_of_an_extended_length_are_possible_the_rest_of_the_header_decides()
    {
        // 02 0A10: ten characters with a length of two characters (X9.143), or 0xA10 with a length of two bytes (TR-31:2018).
        string asBytes = "LB00020A10" + new string('x', 0xA10 - 10);
        var header = Tr31KeyBlockHeader.Parse("B0000P0TE00E0100" + asBytes);
        Assert.Equal((Tr31LengthForm.ExtendedBytes, 0xA10 - 10), (header.OptionalBlocks[0].LengthForm, header.OptionalBlocks[0].Data.Length));

        header = Tr31KeyBlockHeader.Parse("B0000P0TE00E0100LB00020A10");
        Assert.Equal((Tr31LengthForm.ExtendedCharacters, "10"), (header.OptionalBlocks[0].LengthForm, header.OptionalBlocks[0].Data));
    }

    [Fact]
    public void An_extended_length_may_be_used_where_a_short_one_would_do()
        => Assert.Equal("ab", Tr31KeyBlockHeader.Parse("B0000P0TE00E0100LB0004000Cab").OptionalBlocks[0].Data);

    [Fact]
    public void Blocks_that_nobody_defined_are_kept_byte_for_byte()
    {
        // An IBM header from openemv's tool tests, with a lower-case length.
        const string Text = "D000010A100N020010" + "1CIBMC01140123456789ABCDEFpq0aAb~ 1!";
        var header = Tr31KeyBlockHeader.Parse(Text);
        Assert.Equal(Text, header.ToString());
        Assert.True(header.OptionalBlocks[0].IsProprietary);
        Assert.False(header.OptionalBlocks[1].IsProprietary);
        Assert.Equal((false, null), (header.KeyUsage.IsKnown, header.KeyUsage.Description));
    }

    [Fact]
    public void Headers_are_equal_when_their_characters_are()
    {
        var header = Tr31KeyBlockHeader.Parse("D9999K0TB00E0000");
        Assert.Equal(header, Tr31KeyBlockHeader.Parse("D9999K0TB00E0000"));
        Assert.NotEqual(header, header with { ModeOfUse = Tr31ModeOfUse.DecryptOnly });
        Assert.Equal("D9999K0TD00E0000", $"{header with { ModeOfUse = Tr31ModeOfUse.DecryptOnly }}");
    }

    [Fact]
    public void Text_after_a_header_that_stands_alone_is_refused()
        => Assert.Equal(CryptographyError.Tr31Length, Assert.Throws<CryptographyException>(() => Tr31KeyBlockHeader.Parse("D9999K0TB00E0000AB")).Error);

    [Theory]
    [InlineData("K", "x")]
    [InlineData("K*", "x")]
    [InlineData("LB", "caf\u00E9")]
    [InlineData("LB", "two\nlines")]
    public void A_block_that_can_not_be_written_is_not_made(string id, string data)
        => Assert.Equal(CryptographyError.Tr31OptionalBlock, Assert.Throws<CryptographyException>(() => new Tr31OptionalBlock(id, data)).Error);

    [Fact]
    public void Typed_blocks_check_their_content()
    {
        foreach (Action make in new Action[]
        {
            () => _ = new KeySerialNumberBlock("1234"),
            () => _ = new InitialKeyIdBlock("123456789012345G"),
            () => BaseDerivationKeyIdBlock.ForAes("123456789"),
            () => KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Legacy, "01020304"),
            () => KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Cmac, ""),
            () => CertificateBlock.ForX509(),
        })
        {
            Assert.Equal(CryptographyError.Tr31OptionalBlockContent, Assert.Throws<CryptographyException>(make).Error);
        }
    }
}
