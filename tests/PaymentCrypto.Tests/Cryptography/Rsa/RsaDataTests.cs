using System.Numerics;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Rsa;
using PaymentCrypto.Tests.Local.Exchange;

namespace PaymentCrypto.Tests.Cryptography.Rsa;

public sealed class RsaDataTests : IDisposable
{
    private readonly RSA _pair = (RSA)PartyKeys.Of("Data", KeyAlgorithm.Rsa2048);

    public static TheoryData<RsaDataPadding> Paddings => [.. Enum.GetValues<RsaDataPadding>()];

    // DATA_PLANE item 10, for RSA-2048, 3072 and 4096.
    [Theory]
    [InlineData(RsaDataPadding.OaepSha1, 214, 342, 470)]
    [InlineData(RsaDataPadding.OaepSha256, 190, 318, 446)]
    [InlineData(RsaDataPadding.OaepSha512, 126, 254, 382)]
    [InlineData(RsaDataPadding.Pkcs1, 244, 372, 500)]
    [InlineData(RsaDataPadding.None, 244, 372, 500)]
    public void The_longest_data_are_as_documented(RsaDataPadding padding, int of2048, int of3072, int of4096)
        => Assert.Equal([of2048, of3072, of4096], new[] { 2048, 3072, 4096 }.Select(size => RsaData.MaxLength(size, padding)));

    [Theory]
    [MemberData(nameof(Paddings))]
    public void What_is_encrypted_here_another_implementation_decrypts_and_the_other_way_round(RsaDataPadding padding)
    {
        byte[] data = RandomNumberGenerator.GetBytes(RsaData.MaxLength(_pair.KeySize, padding));
        data[0] |= 1;
        IAsymmetricBlockCipher theirs = Theirs(padding);
        theirs.Init(false, DotNetUtilities.GetRsaKeyPair(_pair).Private);
        byte[] encrypted = RsaData.Encrypt(_pair, padding, data);
        Assert.Equal(256, encrypted.Length);
        Assert.Equal(data, theirs.ProcessBlock(encrypted, 0, encrypted.Length));

        theirs.Init(true, DotNetUtilities.GetRsaPublicKey(_pair));
        byte[] received = theirs.ProcessBlock(data, 0, data.Length);
        using SecretBuffer opened = RsaData.Decrypt(_pair, padding, [.. new byte[256 - received.Length], .. received]);
        Assert.Equal(data, opened.Span[^data.Length..].ToArray());
        Assert.Equal(padding == RsaDataPadding.None ? 256 : data.Length, opened.Length);
    }

    [Fact]
    public void Without_padding_it_is_the_power_of_the_number_and_of_the_whole_length()
    {
        RSAParameters parts = _pair.ExportParameters(includePrivateParameters: false);
        byte[] encrypted = RsaData.Encrypt(_pair, RsaDataPadding.None, [0x02]);
        var expected = BigInteger.ModPow(2, new BigInteger(parts.Exponent, isUnsigned: true, isBigEndian: true),
            new BigInteger(parts.Modulus, isUnsigned: true, isBigEndian: true));
        Assert.Equal(expected, new BigInteger(encrypted, isUnsigned: true, isBigEndian: true));
        using SecretBuffer opened = RsaData.Decrypt(_pair, RsaDataPadding.None, encrypted);
        Assert.Equal([.. new byte[255], 0x02], opened.Span.ToArray());
    }

    [Theory]
    [MemberData(nameof(Paddings))]
    public void Data_that_are_empty_or_too_long_are_refused(RsaDataPadding padding)
    {
        foreach (int length in new[] { 0, RsaData.MaxLength(2048, padding) + 1 })
        {
            Assert.Equal(CryptographyError.InvalidArgument,
                Assert.Throws<CryptographyException>(() => RsaData.Encrypt(_pair, padding, new byte[length])).Error);
        }
    }

    [Fact]
    public void Every_failure_to_decrypt_has_one_text()
    {
        HashSet<string> texts = [];
        foreach (RsaDataPadding padding in Enum.GetValues<RsaDataPadding>())
        {
            foreach (byte[] cipherText in new[] { new byte[255], new byte[257], Filled(0xFF, 256), Filled(0x00, padding == RsaDataPadding.None ? 0 : 256),
                Filled(0x41, padding == RsaDataPadding.None ? 1 : 256) })
            {
                // The platform answers a wrong PKCS #1 padding with random data, so that nobody can tell: that is no refusal, and must not be the plain text.
                try
                {
                    using SecretBuffer opened = RsaData.Decrypt(_pair, padding, cipherText);
                    Assert.Equal(RsaDataPadding.Pkcs1, padding);
                }
                catch (CryptographyException refusal)
                {
                    Assert.Equal(CryptographyError.CryptogramDecryption, refusal.Error);
                    texts.Add(refusal.Message);
                }
            }
        }

        Assert.Single(texts);
    }

    public void Dispose() => _pair.Dispose();

    private static byte[] Filled(byte value, int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, value);
        return bytes;
    }

    private static IAsymmetricBlockCipher Theirs(RsaDataPadding padding) => padding switch
    {
        RsaDataPadding.None => new RsaEngineCipher(),
        RsaDataPadding.Pkcs1 => new Pkcs1Encoding(new RsaEngine()),
        RsaDataPadding.OaepSha1 => new OaepEncoding(new RsaEngine(), new Sha1Digest()),
        RsaDataPadding.OaepSha256 => new OaepEncoding(new RsaEngine(), new Sha256Digest()),
        _ => new OaepEncoding(new RsaEngine(), new Sha512Digest()),
    };

    // Plain powers, with the shape of the encodings.
    private sealed class RsaEngineCipher : IAsymmetricBlockCipher
    {
        private readonly RsaEngine _engine = new();

        public string AlgorithmName => _engine.AlgorithmName;

        public void Init(bool forEncryption, ICipherParameters parameters) => _engine.Init(forEncryption, parameters);

        public int GetInputBlockSize() => _engine.GetInputBlockSize();

        public int GetOutputBlockSize() => _engine.GetOutputBlockSize();

        public byte[] ProcessBlock(byte[] inBuf, int inOff, int inLen) => _engine.ProcessBlock(inBuf, inOff, inLen);
    }
}
