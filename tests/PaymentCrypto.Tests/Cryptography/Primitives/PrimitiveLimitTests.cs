using System.Security.Cryptography;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Rsa;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.Primitives;

/// <summary>Lengths from both sides of each limit, and what a caller must not do with memory.</summary>
public sealed class PrimitiveLimitTests
{
    public static TheoryData<BlockCipherAlgorithm> Algorithms => [.. Enum.GetValues<BlockCipherAlgorithm>()];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_cipher_without_padding_takes_whole_blocks_and_a_vector_of_one(BlockCipherAlgorithm algorithm)
    {
        using var cipher = BlockCipher.Create(algorithm, new byte[16]);
        int size = cipher.BlockSize;
        byte[] block = new byte[size], output = new byte[4 * size];
        foreach (int length in new[] { 1, size - 1, size + 1 })
        {
            byte[] other = new byte[length];
            Assert.Throws<ArgumentException>(() => cipher.EncryptEcb(other, output));
            Assert.Throws<ArgumentException>(() => cipher.DecryptEcb(other, output));
            Assert.Throws<ArgumentException>(() => cipher.EncryptCbc(block, other, output));
            Assert.Throws<ArgumentException>(() => cipher.DecryptCbc(block, other, output));
            Assert.Throws<ArgumentException>(() => cipher.ComputeCbcMac(other, output.AsSpan(0, size)));
            Assert.Throws<ArgumentException>(() => cipher.EncryptCbc(other, block, output));
            Assert.Throws<ArgumentException>(() => cipher.DecryptCbc(other, block, output));
            Assert.Throws<ArgumentException>(() => cipher.TransformCtr(other, block, output));
        }

        Assert.Throws<ArgumentException>(() => cipher.ComputeCbcMac([], output.AsSpan(0, size)));
        Assert.Throws<ArgumentException>(() => cipher.DecryptCbc(block, output.AsSpan(0, size), output.AsSpan(0, size)));
        cipher.DecryptCbc(block, new byte[2 * size], output);
        cipher.EncryptEcb([], []);
        cipher.TransformCtr(block, [], []);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void In_place_and_beside_give_the_same_and_come_back(BlockCipherAlgorithm algorithm)
    {
        using var cipher = BlockCipher.Create(algorithm, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
        byte[] plain = [.. Enumerable.Range(0, 48).Select(i => (byte)i)];
        byte[] vector = plain[..cipher.BlockSize];
        byte[] beside = new byte[48], inPlace = [.. plain], back = new byte[48];

        cipher.EncryptCbc(vector, plain, beside);
        cipher.EncryptCbc(vector, inPlace, inPlace);
        cipher.DecryptCbc(vector, beside, back);
        Assert.Equal(beside, inPlace);
        Assert.Equal(plain, back);

        byte[] counted = new byte[47], again = new byte[47];
        cipher.TransformCtr(vector, plain.AsSpan(0, 47), counted);
        cipher.TransformCtr(vector, counted, again);
        Assert.Equal(plain[..47], again);
        Assert.NotEqual(plain[..47], counted);
    }

    // 256 bytes is what the platform's engine takes at once.
    [Theory]
    [InlineData(240)]
    [InlineData(256)]
    [InlineData(272)]
    [InlineData(512)]
    public void Data_around_the_inner_buffer_agree_with_the_platform(int length)
    {
        byte[] key = [.. Enumerable.Range(7, 16).Select(i => (byte)i)], plain = new byte[length], output = new byte[length], back = new byte[length];
        new Random(length).NextBytes(plain);
        using var cipher = BlockCipher.CreateAes(key);
        using var platform = Aes.Create();
        platform.Key = key;
        cipher.EncryptEcb(plain, output);
        Assert.Equal(platform.EncryptEcb(plain, PaddingMode.None), output);
        cipher.DecryptEcb(output, back);
        Assert.Equal(plain, back);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ~", " ~")]
    [InlineData("\u001F\u007Fé\n", "????")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789")]
    [InlineData("01234567890123456789012345678901234567890", "0123456789012345678901234567890123456789...")]
    public void What_was_received_is_shown_short_and_without_control_characters(string text, string expected) => Assert.Equal(expected, Printable.Quote(text));

    [Theory]
    [InlineData("00", "01")]
    [InlineData("01", "01")]
    [InlineData("FF", "FE")]
    [InlineData("FE", "FE")]
    [InlineData("0380", "0280")]
    [InlineData("7F", "7F")]
    public void Each_byte_of_a_DES_key_gets_an_odd_number_of_ones(string key, string expected)
    {
        byte[] bytes = Convert.FromHexString(key);
        DesParity.MakeOdd(bytes);
        Assert.Equal(expected, Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("00FF", "0100")]
    [InlineData("FFFF", "0000")]
    [InlineData("00", "01")]
    [InlineData("", "")]
    public void A_number_of_bytes_is_raised_by_one(string number, string expected)
    {
        byte[] bytes = Convert.FromHexString(number);
        Bytes.Increment(bytes);
        Assert.Equal(expected, Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("0123456789ABCDEF", false)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", true)]
    [InlineData("0123456789ABCDEF0022446688AACCEE", true)] // but for parity
    [InlineData("0123456789ABCDEFFEDCBA9876543210", false)]
    [InlineData("0123456789ABCDEFFEDCBA98765432100123456789ABCDEF", true)]
    [InlineData("FEDCBA98765432100123456789ABCDEF0123456789ABCDEF", true)]
    [InlineData("0123456789ABCDEF0123456789ABCDEDFEDCBA9876543210", false)] // the last byte of a part differs
    [InlineData("0123456789ABCDEF8123456789ABCDEFFEDCBA9876543210", false)] // the first
    public void Parts_of_a_key_are_told_equal(string key, bool expected) => Assert.Equal(expected, TdesKey.HasEqualParts(Convert.FromHexString(key)));

    [Theory]
    [InlineData("00", "00", false)]
    [InlineData("0a", "0A", true)]
    [InlineData("AF", "AF", false)]
    [InlineData("fF", "FF", true)]
    [InlineData("09", "09", false)]
    public void Hex_is_decoded_and_lower_case_told(string text, string expected, bool lower)
    {
        byte[] bytes = new byte[text.Length / 2];
        Assert.True(HexText.TryDecode(text, bytes, out bool isLower));
        Assert.Equal((expected, lower), (Convert.ToHexString(bytes), isLower));
    }

    // The neighbours of the digits and letters, at both places of a byte.
    [Theory]
    [InlineData('/')]
    [InlineData(':')]
    [InlineData('@')]
    [InlineData('G')]
    [InlineData('`')]
    [InlineData('g')]
    [InlineData('\u0130')]
    [InlineData('\uFF10')]
    public void What_is_no_hex_digit_is_none(char c)
    {
        Assert.False(HexText.TryDecode($"{c}0", new byte[1], out _));
        Assert.False(HexText.TryDecode($"0{c}", new byte[1], out _));
        Assert.False(HexText.IsHex($"0{c}"));
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.InvalidHex, () => HexText.Parse($"0{c}", "KBPK"));
        Assert.Contains("KBPK", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("character 2 of 2", refusal.Message, StringComparison.Ordinal);
        Tr34Fixture.Refused(CryptographyError.InvalidHex, () => HexText.ParseSecret($"0{c}", "KBPK").Dispose());
    }

    [Fact]
    public void An_odd_number_of_digits_is_refused()
    {
        Tr34Fixture.Refused(CryptographyError.InvalidHex, () => HexText.Parse("012", "KBPK"));
        Tr34Fixture.Refused(CryptographyError.InvalidHex, () => HexText.ParseSecret("012", "KBPK").Dispose());
        Assert.Empty(HexText.Parse("", "KBPK"));
    }

    [Fact]
    public void There_is_no_other_padding_of_RSA()
    {
        Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => RsaData.MaxLength(2048, (RsaDataPadding)9));
        Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => RsaData.Encrypt(Tr34Fixture.Key("krd"), (RsaDataPadding)9, new byte[1]));
    }

    // RFC 8017 allows a message of no bytes; the service has none.
    [Fact]
    public void Nothing_encrypted_is_refused_as_any_other_failure()
    {
        byte[] cipherText = Tr34Fixture.Key("krd").Encrypt([], RSAEncryptionPadding.OaepSHA256);
        Tr34Fixture.Refused(CryptographyError.CryptogramDecryption,
            () => RsaData.Decrypt(Tr34Fixture.Key("krd"), RsaDataPadding.OaepSha256, cipherText).Dispose());
    }

    [Theory]
    [MemberData(nameof(Paddings))]
    public void The_longest_data_come_back(RsaDataPadding padding)
    {
        RSA key = Tr34Fixture.Key("krd");
        byte[] data = Enumerable.Repeat((byte)0x5A, RsaData.MaxLength(2048, padding)).ToArray();
        using SecretBuffer opened = RsaData.Decrypt(key, padding, RsaData.Encrypt(key, padding, data));
        Assert.Equal(data, opened.Span[^data.Length..].ToArray());
        Assert.Equal(padding == RsaDataPadding.None ? 256 : data.Length, opened.Length);
    }

    public static TheoryData<RsaDataPadding> Paddings => [.. Enum.GetValues<RsaDataPadding>()];
}
