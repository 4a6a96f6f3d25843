using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.CheckValues;

public sealed class KeyCheckValueTests
{
    // Keys of AWS's samples; values recomputed with Python cryptography.
    [Theory]
    [InlineData("79ADAEF3212AADCE312ACE422ACCFEFB", "3C0A31")]
    [InlineData("27D43AA69D27D1B1BDD1E0D272392E1F1934E7B3DD352D09", "A0EFC4")]
    [InlineData("545E2AADFD5EC42F2F5BE5E3ADC75E9B290252A1A219B380", "C15FFF")]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "08D7B4")]
    public void TDES_keys_have_the_first_bytes_of_encrypted_zeros(string key, string expected)
    {
        Assert.Equal(expected, KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, Convert.FromHexString(key)));
        Assert.Equal(expected, KeyCheckValue.Standard(BlockCipherAlgorithm.Tdes, Convert.FromHexString(key)));
    }

    // The first was seen on the live service (the NIST key); the KP of X9.143 8.6 is the second, with five bytes.
    [Theory]
    [InlineData("2B7E151628AED2A6ABF7158809CF4F3C", "7AD386", "7DF76B")]
    [InlineData("3F419E1CB7079442AA37474C2EFBF8B8", "08793E", "E5E07C")]
    [InlineData("9A258BD009C508667F11A04301C6D4EC", "58E823", "1B98DC")]
    public void AES_keys_have_a_CMAC_and_an_older_encryption_of_zeros(string key, string cmac, string ecb)
    {
        Assert.Equal(cmac, KeyCheckValue.Standard(BlockCipherAlgorithm.Aes, Convert.FromHexString(key)));
        Assert.Equal(ecb, KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Aes, Convert.FromHexString(key)));
    }

    [Fact]
    public void Key_blocks_carry_five_bytes_of_CMAC()
        => Assert.Equal("2331550BC9", KeyCheckValue.Cmac(
            BlockCipherAlgorithm.Aes, Convert.FromHexString("88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6"), 5));

    [Fact]
    public void A_CMAC_check_value_of_a_TDES_key_covers_one_block_of_eight_zero_bytes()
        => Assert.Equal("BCF5B92DF3", KeyCheckValue.Cmac(BlockCipherAlgorithm.Tdes, Convert.FromHexString("404142434445464748494A4B4C4D4E4F"), length: 5));

    // Python's hmac over the empty message, key 00..1F.
    [Theory]
    [InlineData(HmacHash.Sha1, "B459B2")]
    [InlineData(HmacHash.Sha224, "2A7430")]
    [InlineData(HmacHash.Sha256, "D38B42")]
    [InlineData(HmacHash.Sha384, "8F8683")]
    [InlineData(HmacHash.Sha512, "B04A70")]
    [InlineData(HmacHash.Sha512Truncated256, "62D069")]
    [InlineData(HmacHash.Sha3256, "50AB16")]
    public void HMAC_keys_have_the_MAC_of_nothing(HmacHash hash, string expected)
        => Assert.Equal(expected, KeyCheckValue.Hmac(hash, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]));

    [Fact]
    public void Public_keys_have_four_bytes_of_SHA_1()
    {
        // The generator of P-256 as a public key; hash by Python's hashlib.
        byte[] spki = Convert.FromHexString(
            "3059301306072A8648CE3D020106082A8648CE3D030107034200046B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296" +
            "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");
        Assert.Equal("DBA4CD68", KeyCheckValue.Sha1(spki));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_length_that_the_method_does_not_have_is_refused(int length)
        => Assert.Equal(
            CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, new byte[16], length)).Error);

    [Fact]
    public void Every_public_check_value_is_reproduced()
    {
        foreach (JsonElement record in SharedVectors.Records("kcv.json"))
        {
            string expected = Text(record, "kcv");
            byte[] key = Convert.FromHexString(Text(record, "key"));
            string actual = Text(record, "algorithm") == "TDES"
                ? KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key, expected.Length / 2)
                : KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, key, expected.Length / 2);
            Assert.Equal(expected, actual);
        }
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
