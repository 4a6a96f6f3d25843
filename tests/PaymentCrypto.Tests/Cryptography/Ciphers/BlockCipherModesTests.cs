using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Ciphers;
using PaymentCrypto.Cryptography.Primitives;
using IBlockCipher = Org.BouncyCastle.Crypto.IBlockCipher;

namespace PaymentCrypto.Tests.Cryptography.Ciphers;

public sealed class BlockCipherModesTests
{
    private const string Tdes3 = "0123456789ABCDEFFEDCBA98765432100123456789ABCDEE";

    // NIST SP 800-38A, F.3.1, F.3.3 and F.3.5 for AES; OpenSSL 3.0 (des-ede3-cfb1) for TDES.
    [Theory]
    [InlineData(BlockCipherAlgorithm.Aes, "2B7E151628AED2A6ABF7158809CF4F3C", "000102030405060708090A0B0C0D0E0F", "6BC1", "68B3")]
    [InlineData(BlockCipherAlgorithm.Aes, "8E73B0F7DA0E6452C810F32B809079E562F8EAD2522C6B7B", "000102030405060708090A0B0C0D0E0F", "6BC1", "9359")]
    [InlineData(BlockCipherAlgorithm.Aes, "603DEB1015CA71BE2B73AEF0857D77811F352C073B6108D72D9810A30914DFF4", "000102030405060708090A0B0C0D0E0F", "6BC1",
        "9029")]
    [InlineData(BlockCipherAlgorithm.Tdes, "0123456789ABCDEFFEDCBA98765432100123456789ABCDEF", "0001020304050607", "6BC1BE", "212FCD")]
    public void CFB_of_one_bit_gives_the_published_answers(BlockCipherAlgorithm algorithm, string key, string iv, string plain, string expected)
    {
        using var cipher = BlockCipher.Create(algorithm, Convert.FromHexString(key));
        Assert.Equal(expected, Convert.ToHexString(Encrypt(cipher, BlockCipherMode.Cfb1, Convert.FromHexString(iv), Convert.FromHexString(plain))));
        Assert.Equal(plain, Convert.ToHexString(Decrypt(cipher, BlockCipherMode.Cfb1, Convert.FromHexString(iv), Convert.FromHexString(expected))));
    }

    public static TheoryData<BlockCipherMode, BlockCipherAlgorithm> Modes => new(
        from mode in Enum.GetValues<BlockCipherMode>()
        from algorithm in Enum.GetValues<BlockCipherAlgorithm>()
        where mode != BlockCipherMode.Cfb1 && (mode != BlockCipherMode.Cfb128 || algorithm == BlockCipherAlgorithm.Aes)
        select (mode, algorithm));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_mode_agrees_with_another_implementation(BlockCipherMode mode, BlockCipherAlgorithm algorithm)
    {
        var random = new Random(38);
        foreach (int keyLength in algorithm == BlockCipherAlgorithm.Aes ? [16, 24, 32] : new[] { 16, 24 })
        {
            byte[] key = new byte[keyLength];
            random.NextBytes(key);
            using var cipher = BlockCipher.Create(algorithm, key);
            for (int length = 1; length <= 50; length++)
            {
                if (mode is BlockCipherMode.Ecb or BlockCipherMode.Cbc && length % cipher.BlockSize != 0)
                {
                    continue;
                }

                byte[] iv = new byte[cipher.BlockSize];
                byte[] plain = new byte[length];
                random.NextBytes(iv);
                random.NextBytes(plain);
                byte[] encrypted = Encrypt(cipher, mode, iv, plain);
                Assert.Equal(Convert.ToHexString(Theirs(mode, algorithm, key, iv, plain)), Convert.ToHexString(encrypted));
                Assert.Equal(plain, Decrypt(cipher, mode, iv, encrypted));
            }
        }
    }

    [Theory]
    [InlineData(BlockCipherMode.Cfb, 8)]
    [InlineData(BlockCipherMode.Cfb128, 16)]
    [InlineData(BlockCipherMode.Cbc, 0)]
    [InlineData(BlockCipherMode.Ofb, 9)]
    [InlineData((BlockCipherMode)99, 8)]
    public void A_vector_of_another_length_and_a_mode_of_another_cipher_are_refused(BlockCipherMode mode, int ivLength)
    {
        using var cipher = BlockCipher.CreateTdes(Convert.FromHexString(Tdes3));
        if (mode == BlockCipherMode.Cfb)
        {
            // CFB without a number has segments of a whole block.
            Assert.Equal(Encrypt(cipher, BlockCipherMode.Cfb64, new byte[8], new byte[17]), Encrypt(cipher, mode, new byte[8], new byte[17]));
            return;
        }

        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => Encrypt(cipher, mode, new byte[ivLength], new byte[16])).Error);
        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => Decrypt(cipher, mode, new byte[ivLength], new byte[16])).Error);
    }

    [Theory]
    [InlineData(BlockCipherMode.Ecb, 15)]
    [InlineData(BlockCipherMode.Cbc, 17)]
    public void Modes_of_whole_blocks_refuse_a_rest(BlockCipherMode mode, int length)
    {
        using var cipher = BlockCipher.CreateTdes(Convert.FromHexString(Tdes3));
        Assert.Contains($"{length} bytes", Assert.Throws<CryptographyException>(() => Encrypt(cipher, mode, new byte[8], new byte[length])).Message,
            StringComparison.Ordinal);
        Assert.Throws<CryptographyException>(() => Decrypt(cipher, mode, new byte[8], new byte[length]));
    }

    [Fact]
    public void Output_over_the_input_is_refused_because_feedback_would_read_what_was_written()
    {
        using var cipher = BlockCipher.CreateTdes(Convert.FromHexString(Tdes3));
        byte[] both = new byte[24];
        Assert.Throws<ArgumentException>(() => BlockCipherModes.Decrypt(cipher, BlockCipherMode.Cfb, new byte[8], both.AsSpan(0, 16), both.AsSpan(8)));
        Assert.Throws<ArgumentException>(() => BlockCipherModes.Encrypt(cipher, BlockCipherMode.Ecb, default, new byte[16], new byte[24]));
    }

    private static byte[] Encrypt(BlockCipher cipher, BlockCipherMode mode, byte[] iv, byte[] plain)
    {
        byte[] result = new byte[plain.Length];
        BlockCipherModes.Encrypt(cipher, mode, iv, plain, result);
        return result;
    }

    private static byte[] Decrypt(BlockCipher cipher, BlockCipherMode mode, byte[] iv, byte[] encrypted)
    {
        byte[] result = new byte[encrypted.Length];
        BlockCipherModes.Decrypt(cipher, mode, iv, encrypted, result);
        return result;
    }

    private static byte[] Theirs(BlockCipherMode mode, BlockCipherAlgorithm algorithm, byte[] key, byte[] iv, byte[] plain)
    {
        IBlockCipher engine = algorithm == BlockCipherAlgorithm.Aes ? new AesEngine() : new DesEdeEngine();
        int block = engine.GetBlockSize();
        IBlockCipherMode theirs = mode switch
        {
            BlockCipherMode.Ecb => new EcbBlockCipher(engine),
            BlockCipherMode.Cbc => new CbcBlockCipher(engine),
            BlockCipherMode.Ofb => new OfbBlockCipher(engine, 8 * block),
            BlockCipherMode.Cfb8 => new CfbBlockCipher(engine, 8),
            BlockCipherMode.Cfb64 => new CfbBlockCipher(engine, 64),
            _ => new CfbBlockCipher(engine, 8 * block),
        };
        theirs.Init(true, mode == BlockCipherMode.Ecb ? new KeyParameter(key) : new ParametersWithIV(new KeyParameter(key), iv));

        // It takes whole segments: the rest is filled up and cut off again.
        int size = theirs.GetBlockSize();
        byte[] filled = new byte[(plain.Length + size - 1) / size * size];
        plain.CopyTo(filled, 0);
        byte[] result = new byte[filled.Length];
        for (int i = 0; i < filled.Length; i += size)
        {
            theirs.ProcessBlock(filled, i, result, i);
        }

        return result[..plain.Length];
    }
}
