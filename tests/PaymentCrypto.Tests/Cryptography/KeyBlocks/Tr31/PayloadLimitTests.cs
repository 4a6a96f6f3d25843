using System.Text;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>What stands behind the header: payloads that a faulty sender encrypted under the right key, and what a writer refuses.</summary>
public sealed class PayloadLimitTests
{
    private const string Kbpk128 = "88E1AB2A2E3DD38C1FA039A536500CC8";

    // X9.143 7.3: two bytes with the length in bits, the key, padding. The payload below has room for 30 bytes.
    [Theory]
    [InlineData(0, false)]
    [InlineData(127, false)]
    [InlineData(129, false)]
    [InlineData(128, true)]
    [InlineData(240, true)]
    [InlineData(248, false)]
    [InlineData(0xFFF8, false)]
    public void The_length_in_the_payload_is_of_whole_bytes_that_are_there(int bits, bool allowed)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        string block = Seal("D0112P0HE00E0000", bits, kbpk);
        if (allowed)
        {
            using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(block, kbpk);
            Assert.Equal(bits / 8, unwrapped.Key.Length);
        }
        else
        {
            CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr31KeyLength, () => Tr31KeyBlock.Unwrap(block, kbpk).Dispose());
            Assert.True(refusal.IsAfterDecryption);
        }
    }

    // Two bytes of length and one of key at least, whatever the cipher's block is; the MAC of the withdrawn versions is over whole blocks.
    [Theory]
    [InlineData("E", "", 2, 16, CryptographyError.Tr31Payload)]
    [InlineData("E", "", 3, 16, null)]
    [InlineData("B", "", 0, 8, CryptographyError.Tr31Payload)]
    [InlineData("B", "", 8, 8, null)]
    [InlineData("A", "LB05x", 8, 4, CryptographyError.Tr31OptionalBlock)]
    [InlineData("C", "LB07xyz", 8, 4, CryptographyError.Tr31OptionalBlock)]
    [InlineData("A", "LB08wxyz", 8, 4, null)]
    [InlineData("B", "LB05x", 8, 8, null)]
    public void A_payload_has_its_least_length_and_begins_at_a_block(string version, string block, int payload, int mac, CryptographyError? error)
    {
        string text = $"{version}{16 + block.Length + (2 * (payload + mac)):D4}P0TE00E{(block.Length == 0 ? "00" : "01")}00{block}"
            + new string('0', 2 * (payload + mac));
        if (error is { } expected)
        {
            Tr34Fixture.Refused(expected, () => Tr31KeyBlock.Parse(text));
        }
        else
        {
            Assert.Equal(text, Tr31KeyBlock.Parse(text).Text);
        }
    }

    [Theory]
    [InlineData('E', true)]
    [InlineData('S', true)]
    [InlineData('N', false)]
    public void Only_a_key_that_may_be_exported_is_wrapped_again(char exportability, bool allowed)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        using Tr31UnwrappedKey key = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse($"E0000P0AE00{exportability}0000"), new byte[16], kbpk).Unwrap(kbpk);
        if (allowed)
        {
            Assert.Equal(Tr31Version.E, key.Rewrap(kbpk).Header.Version);
        }
        else
        {
            Assert.Throws<CryptographyException>(() => key.Rewrap(kbpk));
        }
    }

    [Fact]
    public void A_key_that_is_stronger_than_what_protected_it_is_told_when_it_is_unwrapped()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        var block = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0000P0AE00E0000"), new byte[32], kbpk);
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(block.Text, kbpk);
        Assert.Contains(unwrapped.Warnings, warning => warning.Check == CryptographyError.WeakerWrappingKey);

        using Tr31UnwrappedKey same = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0000P0AE00E0000"), new byte[16], kbpk).Unwrap(kbpk);
        Assert.Empty(same.Warnings);
    }

    [Theory]
    [InlineData('A', "DD7515F2BFC17F85CE48F3CA25CB21F6", true)]
    [InlineData('B', "DD7515F2BFC17F85CE48F3CA25CB21F6", true)]
    [InlineData('C', "DD7515F2BFC17F85", true)]
    [InlineData('D', Kbpk128, true)]
    [InlineData('E', Kbpk128, true)]
    [InlineData('D', "DD7515F2BFC17F85CE48F3CA25CB21F6", false)]
    [InlineData('E', "00E1AB2A2E3DD38C1FA039A536500CC8", false)]
    public void Whether_the_MAC_is_of_a_key_is_told_without_the_key(char version, string hex, bool isRight)
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For(version, isRight ? hex : Kbpk128), asked = Kbpk.For(version, hex);
        var block = Tr31KeyBlock.Wrap(
            Tr31KeyBlockHeader.Parse($"{version}0000P0TE00E0000"), new byte[16], kbpk, new Tr31WrapOptions { AllowWithdrawnVersions = true });
        Assert.Equal(isRight, block.HasMacOf(asked));
    }

    [Fact]
    public void A_key_that_does_not_fit_the_version_made_no_MAC_of_it()
    {
        using var aes = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        using var tdes = KeyBlockProtectionKey.FromTdes(Convert.FromHexString(Kbpk128));
        using var single = KeyBlockProtectionKey.FromTdes(Convert.FromHexString(Kbpk128).AsSpan(0, 8));
        Assert.False(Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0000P0AE00E0000"), new byte[16], aes).HasMacOf(tdes));
        var block = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("B0000P0TE00E0000"), new byte[16], tdes);
        Assert.False(block.HasMacOf(aes));
        Assert.False(block.HasMacOf(single));
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr31ProtectionKeyMismatch, () => block.Unwrap(aes).Dispose());
        Assert.Contains("the KBPK is an AES-128 key", refusal.Message, StringComparison.Ordinal);
        refusal = Tr34Fixture.Refused(CryptographyError.Tr31ProtectionKeyMismatch, () => block.Unwrap(single).Dispose());
        Assert.Contains("the KBPK is a TDES key of 8 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(8192, false)]
    public void A_wrapped_key_has_at_least_one_byte_and_a_length_that_two_bytes_hold(int length, bool allowed)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        var header = Tr31KeyBlockHeader.Parse("D0000C0HG00E0000");
        if (allowed)
        {
            using Tr31UnwrappedKey back = Tr31KeyBlock.Wrap(header, new byte[length], kbpk).Unwrap(kbpk);
            Assert.Equal(length, back.Key.Length);
        }
        else
        {
            Tr34Fixture.Refused(CryptographyError.Tr31KeyLength, () => Tr31KeyBlock.Wrap(header, new byte[length], kbpk));
        }
    }

    [Fact]
    public void A_block_has_up_to_9999_characters()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        Tr31KeyBlockHeader With(int length) => Tr31KeyBlockHeader.Parse("D0000P0AE00E0000") with
        {
            OptionalBlocks = [new Tr31OptionalBlock("LB", new string('x', length))],
        };

        // 16 of the header, 128 of payload and MAC: 9,855 are left, in whole blocks of 16.
        Assert.Equal(9984, Tr31KeyBlock.Wrap(With(9830), new byte[16], kbpk).Text.Length);
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr31Length, () => Tr31KeyBlock.Wrap(With(9831), new byte[16], kbpk));
        Assert.Contains("10000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_has_up_to_99_optional_blocks()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        Tr31KeyBlockHeader With(int count) => Tr31KeyBlockHeader.Parse("D0000P0AE00E0000") with
        {
            OptionalBlocks = [.. Enumerable.Range(0, count)
                .Select(i => new Tr31OptionalBlock($"{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}", new string('x', 12)))],
        };

        Assert.Equal("99", Tr31KeyBlock.Wrap(With(99), new byte[16], kbpk).Text[12..14]);
        Tr34Fixture.Refused(CryptographyError.Tr31OptionalBlock, () => Tr31KeyBlock.Wrap(With(100), new byte[16], kbpk));
    }

    [Theory]
    [InlineData('B', "0123456789ABCDEFFEDCBA9876543210", "KP0C00")]
    [InlineData('D', "0123456789ABCDEFFEDCBA9876543210", "KP1001")]
    public void The_check_value_of_the_KBPK_is_by_its_own_method(char version, string hex, string block)
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For(version, hex);
        var wrapped = Tr31KeyBlock.Wrap(
            Tr31KeyBlockHeader.Parse($"{version}0000P0TE00E0000"), new byte[16], kbpk, new Tr31WrapOptions { AddProtectionKeyCheckValue = true });
        Assert.StartsWith(block + kbpk.CheckValue, wrapped.Text[16..], StringComparison.Ordinal);
    }

    // A PB that does not fit is replaced; where the others fill whole blocks there is none.
    [Theory]
    [InlineData(12, 0)]
    [InlineData(8, 4)]
    [InlineData(4, 8)]
    [InlineData(13, 15)]
    public void Padding_is_made_anew(int data, int padding)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kbpk128));
        Tr31KeyBlockHeader header = Tr31KeyBlockHeader.Parse("D0000P0AE00E0000") with
        {
            OptionalBlocks = [new Tr31OptionalBlock("LB", new string('x', data)), new Tr31OptionalBlock("PB", "abc")],
        };
        var block = Tr31KeyBlock.Wrap(header, new byte[16], kbpk);
        Assert.Equal(padding == 0 ? null : padding, block.Header.FindBlock("PB")?.Text.Length);
        Assert.NotEqual("abc", block.Header.FindBlock("PB")?.Data);
        using Tr31UnwrappedKey unwrapped = block.Unwrap(kbpk);
        Assert.Empty(unwrapped.Warnings);
    }

    private static string Seal(string header, int bits, KeyBlockProtectionKey kbpk)
    {
        byte[] clear = [.. Encoding.ASCII.GetBytes(header), (byte)(bits >> 8), (byte)bits, .. new byte[30]];
        byte[] output = new byte[48];
        PayloadProtection.Protect(Tr31Version.D, kbpk.CiphersFor(Tr31Version.D), clear, header.Length, output);
        return header + Convert.ToHexString(output);
    }
}
