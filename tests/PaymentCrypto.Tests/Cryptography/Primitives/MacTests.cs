using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.Primitives;

public sealed class MacTests
{
    private const string AesKey = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string Tdes3Key = "0123456789ABCDEF23456789ABCDEF01456789ABCDEF0123";
    private const string Tdes2Key = "0123456789ABCDEF23456789ABCDEF01";

    // NIST SP 800-38B, examples for AES-128 and TDEA.
    [Theory]
    [InlineData(AesKey, "", "BB1D6929E95937287FA37D129B756746")]
    [InlineData(AesKey, "6BC1BEE22E409F96E93D7E117393172A", "070A16B46B4D4144F79BDD9DD04A287C")]
    [InlineData(AesKey, "6BC1BEE22E409F96E93D7E117393172AAE2D8A57", "7D85449EA6EA19C823A7BF78837DFADE")]
    [InlineData(Tdes3Key, "", "7DB0D37DF936C550")]
    [InlineData(Tdes3Key, "6BC1BEE22E409F96E93D7E117393172AAE2D8A57", "6C9F3EE4923F6BE2")]
    [InlineData(Tdes3Key, "6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E51", "99429BD0BF7904E5")]
    [InlineData(Tdes2Key, "6BC1BEE22E409F96E93D7E117393172A", "CC18A0B79AF2413B")]
    [InlineData(Tdes2Key, "6BC1BEE22E409F96E93D7E117393172AAE2D8A57", "C06D377ECD101969")]
    public void CMAC_gives_the_answers_of_SP_800_38B(string key, string message, string mac)
        => Assert.Equal(mac, Cmac(mac.Length == 32 ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, key, message));

    [Fact]
    public void CBC_MAC_with_TDES_gives_the_published_answer()
    {
        // ISO 9797-1 algorithm 1 with the whole cipher over "Now is the time for all " and the usual test key.
        using var cipher = BlockCipher.CreateTdes(Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
        byte[] mac = new byte[8];
        cipher.ComputeCbcMac("Now is the time for all "u8, mac);
        Assert.Equal("93462A6DB9B4A4D1", Convert.ToHexString(mac));
    }

    // RFC 4231, test case 2 ("Jefe"); RFC 2202 for SHA-1; SHA3-256 from the NIST examples of HMAC with SHA-3 is covered by the check values.
    [Theory]
    [InlineData(HmacHash.Sha1, "EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79")]
    [InlineData(HmacHash.Sha224, "A30E01098BC6DBBF45690F3A7E9E6D0F8BBEA2A39E6148008FD05E44")]
    [InlineData(HmacHash.Sha256, "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843")]
    [InlineData(HmacHash.Sha384, "AF45D2E376484031617F78D2B58A6B1B9C7EF464F5A01B47E42EC3736322445E8E2240CA5E69E2C78B3239ECFAB21649")]
    public void HMAC_gives_the_answers_of_the_RFCs(HmacHash hash, string mac)
        => Assert.Equal(mac, Convert.ToHexString(Hmac.Compute(hash, "Jefe"u8, "what do ya want for nothing?"u8)));

    [Fact]
    public void Every_published_CMAC_HMAC_and_retail_MAC_is_reproduced()
    {
        JsonElement[] records = SharedVectors.Records("mac_cmac_hmac.json");
        Assert.Equal(39, records.Length);
        foreach (JsonElement record in records)
        {
            (byte[] key, byte[] data, string mac) = (record.Hex("key"), record.Hex("data"), record.Text("mac"));
            byte[] computed = new byte[mac.Length / 2];
            switch (record.Text("algorithm"))
            {
                case "HMAC-SHA256":
                    computed = Hmac.Compute(HmacHash.Sha256, key, data);
                    break;
                case "CMAC-AES" or "CMAC-TDES":
                    computed = Convert.FromHexString(Cmac(mac.Length == 32 ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, record.Text("key"),
                        record.Text("data")));
                    break;
                default:
                    Iso9797Mac.Algorithm3(key, data, Iso9797Padding.Method1, computed);
                    break;
            }

            Assert.Equal(mac, Convert.ToHexString(computed));
        }
    }

    [Fact]
    public void HMAC_with_SHAKE_is_refused_because_it_is_not_defined()
        => Assert.Equal(CryptographyError.InvalidArgument, Assert.Throws<CryptographyException>(() => Hmac.Compute(HmacHash.Shake256, [1], [])).Error);

    [Fact]
    public void AES_CMAC_agrees_with_Wycheproof() => Wycheproof("wycheproof/aes_cmac_test.json", (key, message) =>
        key.Length is 16 or 24 or 32
            ? Convert.FromHexString(Cmac(BlockCipherAlgorithm.Aes, Convert.ToHexString(key), Convert.ToHexString(message)))
            : null);

    [Theory]
    [InlineData("wycheproof/hmac_sha1_test.json", HmacHash.Sha1)]
    [InlineData("wycheproof/hmac_sha224_test.json", HmacHash.Sha224)]
    [InlineData("wycheproof/hmac_sha256_test.json", HmacHash.Sha256)]
    [InlineData("wycheproof/hmac_sha384_test.json", HmacHash.Sha384)]
    [InlineData("wycheproof/hmac_sha512_test.json", HmacHash.Sha512)]
    public void HMAC_agrees_with_Wycheproof(string file, HmacHash hash)
        => Wycheproof(file, (key, message) => Hmac.Compute(hash, key, message));

    private static void Wycheproof(string file, Func<byte[], byte[], byte[]?> compute)
    {
        using JsonDocument document = SharedVectors.Open(file);
        foreach (JsonElement group in document.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            int tagLength = group.GetProperty("tagSize").GetInt32() / 8;
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                byte[]? tag = compute(Bytes(test, "key"), Bytes(test, "msg"));
                bool valid = test.GetProperty("result").GetString() == "valid";
                Assert.True(
                    valid == (tag is not null && tag.AsSpan(0, tagLength).SequenceEqual(Bytes(test, "tag"))),
                    $"{file}, test {test.GetProperty("tcId")}");
            }
        }
    }

    private static byte[] Bytes(JsonElement test, string name) => Convert.FromHexString(test.GetProperty(name).GetString()!);

    private static string Cmac(BlockCipherAlgorithm algorithm, string key, string message)
    {
        using var cipher = BlockCipher.Create(algorithm, Convert.FromHexString(key));
        byte[] mac = new byte[cipher.BlockSize];
        cipher.ComputeCmac(Convert.FromHexString(message), mac);
        return Convert.ToHexString(mac);
    }
}
