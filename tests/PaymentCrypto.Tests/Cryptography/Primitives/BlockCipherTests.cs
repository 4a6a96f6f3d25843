using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.Primitives;

public sealed class BlockCipherTests
{
    [Theory]
    [InlineData("000102030405060708090A0B0C0D0E0F", "69C4E0D86A7B0430D8CDB78070B4C55A")]
    [InlineData("000102030405060708090A0B0C0D0E0F1011121314151617", "DDA97CA4864CDFE06EAF70A0EC0D7191")]
    [InlineData("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "8EA2B7CA516745BFEAFC49904B496089")]
    public void AES_gives_the_answers_of_FIPS_197(string key, string expected)
    {
        using var cipher = BlockCipher.CreateAes(Convert.FromHexString(key));
        byte[] block = Convert.FromHexString("00112233445566778899AABBCCDDEEFF");
        cipher.EncryptEcb(block, block);
        Assert.Equal(expected, Convert.ToHexString(block));
        cipher.DecryptEcb(block, block);
        Assert.Equal("00112233445566778899AABBCCDDEEFF", Convert.ToHexString(block));
    }

    // "Now is t" under the key of FIPS 81; the weak key of all zero bits under zeros, from NBS SP 500-20.
    [Theory]
    [InlineData("0123456789ABCDEF", "4E6F772069732074", "3FA40E8A984D4815")]
    [InlineData("0101010101010101", "0000000000000000", "8CA64DE9C1B123A7")]
    public void A_TDES_key_of_equal_parts_is_single_DES(string part, string plain, string expected)
    {
        foreach (string key in new[] { part, part + part, part + part + part })
        {
            using var cipher = BlockCipher.CreateTdes(Convert.FromHexString(key));
            byte[] block = Convert.FromHexString(plain);
            cipher.EncryptEcb(block, block);
            Assert.Equal(expected, Convert.ToHexString(block));
            cipher.DecryptEcb(block, block);
            Assert.Equal(plain, Convert.ToHexString(block));
        }
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    public void Parts_that_differ_in_parity_bits_only_work_as_equal_parts_do(string last)
    {
        // DES ignores the parity bits, so both are single DES with the key of FIPS 81 (…EF and …EE).
        byte[] key = Convert.FromHexString("0123456789ABCDEF" + "0123456789ABCDEF");
        key[^1] = (byte)(key[^1] & 0xFE | Convert.FromHexString(last)[0]);
        using var cipher = BlockCipher.CreateTdes(key);
        byte[] block = Convert.FromHexString("4E6F772069732074");
        cipher.EncryptEcb(block, block);
        Assert.Equal("3FA40E8A984D4815", Convert.ToHexString(block));
    }

    [Fact]
    public void CBC_and_CTR_give_the_answers_of_SP_800_38A()
    {
        using var cipher = BlockCipher.CreateAes(Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"));
        byte[] plain = Convert.FromHexString("6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E51");
        byte[] output = new byte[plain.Length];
        byte[] iv = Convert.FromHexString("000102030405060708090A0B0C0D0E0F");

        cipher.EncryptCbc(iv, plain, output);
        Assert.Equal("7649ABAC8119B246CEE98E9B12E9197D5086CB9B507219EE95DB113A917678B2", Convert.ToHexString(output));
        byte[] back = new byte[plain.Length];
        cipher.DecryptCbc(iv, output, back);
        Assert.Equal(plain, back);

        cipher.TransformCtr(Convert.FromHexString("F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF"), plain, output);
        Assert.Equal("874D6191B620E3261BEF6864990DB6CE9806F66B7970FDFF8617187BB9FFFDFF", Convert.ToHexString(output));
    }

    [Fact]
    public void The_counter_carries_over_all_its_bytes()
    {
        using var cipher = BlockCipher.CreateAes(new byte[16]);
        byte[] stream = new byte[32];
        cipher.TransformCtr(Convert.FromHexString("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"), stream, stream);
        byte[] zero = new byte[16];
        cipher.EncryptEcb(zero, zero);
        Assert.Equal(zero, stream[16..]);
    }

    [Fact]
    public void Data_longer_than_the_inner_buffer_is_encrypted_whole()
    {
        using var cipher = BlockCipher.CreateAes(new byte[32]);
        byte[] data = new byte[1600];
        cipher.EncryptEcb(data, data);
        Assert.All(data.Chunk(16), block => Assert.Equal(data[..16], block));
    }

    [Theory]
    [InlineData(BlockCipherAlgorithm.Aes, 15, "An AES key has 16, 24 or 32 bytes, but this one has 15.")]
    [InlineData(BlockCipherAlgorithm.Aes, 0, "An AES key has 16, 24 or 32 bytes, but this one has 0.")]
    [InlineData(BlockCipherAlgorithm.Tdes, 32, "A TDES key has 8, 16 or 24 bytes, but this one has 32.")]
    public void A_key_of_a_wrong_length_is_refused_with_the_right_lengths(BlockCipherAlgorithm algorithm, int length, string message)
    {
        CryptographyException error = Assert.Throws<CryptographyException>(() => BlockCipher.Create(algorithm, new byte[length]));
        Assert.Equal((CryptographyError.InvalidKey, message), (error.Error, error.Message));
    }

    [Theory]
    [InlineData("2B7E151628AED2A6ABF7158809CF4F3C", BlockCipherAlgorithm.Aes)]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", BlockCipherAlgorithm.Tdes)]
    [InlineData("0123456789ABCDEF", BlockCipherAlgorithm.Tdes)]
    public void Many_threads_may_use_one_cipher(string key, BlockCipherAlgorithm algorithm)
    {
        using var cipher = BlockCipher.Create(algorithm, Convert.FromHexString(key));
        string expected = Mac(cipher);
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(expected, Mac(cipher)));
    }

    [Fact]
    public void A_disposed_cipher_refuses_work()
    {
        var cipher = BlockCipher.CreateAes(new byte[16]);
        cipher.Dispose();
        Assert.Throws<ObjectDisposedException>(() => cipher.EncryptEcb(new byte[16], new byte[16]));
    }

    private static string Mac(BlockCipher cipher)
    {
        byte[] mac = new byte[cipher.BlockSize];
        cipher.ComputeCmac("a message of several blocks, and some more"u8, mac);
        return Convert.ToHexString(mac);
    }
}
