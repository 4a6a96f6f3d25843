using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>Check values and MACs beside BouncyCastle's, and what else has one published source beside the platform's TripleDES.</summary>
public sealed class KeyReferenceTests
{
    private readonly Random _random = new(31);

    [Fact]
    public void Check_values_agree()
    {
        byte[] key = _random.Bytes(16);
        Assert.Equal(Convert.ToHexString(Other.Tdes(key, new byte[8]))[..6], KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key));
        Assert.Equal(Convert.ToHexString(Other.Aes(key, new byte[16]))[..6], KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Aes, key));
        Assert.Equal(Mac(new CMac(new AesEngine()), key, new byte[16])[..6], KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, key));
        Assert.Equal(Mac(new CMac(new DesEdeEngine()), key, new byte[8])[..6], KeyCheckValue.Cmac(BlockCipherAlgorithm.Tdes, key));
        Assert.Equal(Mac(new HMac(new Sha256Digest()), key, [])[..6], KeyCheckValue.Hmac(HmacHash.Sha256, key));
        var digest = new Sha1Digest();
        digest.BlockUpdate(key, 0, key.Length);
        byte[] hash = new byte[20];
        digest.DoFinal(hash, 0);
        Assert.Equal(Convert.ToHexString(hash)[..8], KeyCheckValue.Sha1(key));
    }

    [Fact]
    public void CMAC_and_HMAC_agree()
    {
        byte[] key = _random.Bytes(16);
        byte[] message = _random.Bytes(37);
        using var aes = BlockCipher.CreateAes(key);
        using var tdes = BlockCipher.CreateTdes(key);
        byte[] sixteen = new byte[16];
        byte[] eight = new byte[8];
        CipherMac.Compute(aes, message, sixteen);
        CipherMac.Compute(tdes, message, eight);
        Assert.Equal(Mac(new CMac(new AesEngine()), key, message), Convert.ToHexString(sixteen));
        Assert.Equal(Mac(new CMac(new DesEdeEngine()), key, message), Convert.ToHexString(eight));
        foreach ((HmacHash hash, IDigest digest) in new (HmacHash, IDigest)[]
        {
            (HmacHash.Sha1, new Sha1Digest()), (HmacHash.Sha224, new Sha224Digest()), (HmacHash.Sha256, new Sha256Digest()),
            (HmacHash.Sha384, new Sha384Digest()), (HmacHash.Sha512, new Sha512Digest()),
        })
        {
            Assert.Equal((hash, Mac(new HMac(digest), key, message)), (hash, Convert.ToHexString(HashMac.Compute(hash, key, message))));
            Assert.Equal((hash, Mac(new HMac(digest), key, message)), (hash, Convert.ToHexString(Hmac.Compute(hash, key, message))));
        }
    }

    // PBOC 3.0 part 7 and AS 2805.6.2 annex D, of which no values are published: the platform's TripleDES is the second witness.
    [Fact]
    public void The_platform_agrees_where_nothing_is_published()
    {
        byte[] key = _random.Bytes(16);
        using var platform = TripleDES.Create();
        platform.Key = [.. key, .. key[..8]];
        byte[] counters = Convert.FromHexString("0000000000001234000000000000EDCB");
        using SecretBuffer unionPay = EmvSessionKey.UnionPay(key, [0x12, 0x34]);
        Assert.Equal(Other.Odd(platform.EncryptEcb(counters, PaddingMode.None)), unionPay.Span.ToArray());

        byte[] data = Convert.FromHexString("65432100000000000000000000054321");
        byte[] first = platform.EncryptCbc(data, new byte[8], PaddingMode.None);
        byte[] second = platform.EncryptCbc(data, first[8..], PaddingMode.None);
        using var cipher = BlockCipher.CreateTdes(key);
        using SecretBuffer pinKey = As2805PinKey.Derive(cipher, "654321", "000000054321");
        Assert.Equal(Other.Xor(second, data), pinKey.Span.ToArray());
    }

    private static string Mac(IMac mac, byte[] key, byte[] message)
    {
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(message, 0, message.Length);
        byte[] result = new byte[mac.GetMacSize()];
        mac.DoFinal(result, 0);
        return Convert.ToHexString(result);
    }
}
