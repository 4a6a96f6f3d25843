using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>What keys are made of, and their check values: against published ones, and recomputed with the platform's own ciphers.</summary>
public sealed class KeyMaterialTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public KeyMaterialTests()
    {
        _engine = _store.Open();
        _service = _engine.Default();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    // Keys of AWS's samples repository (flows 2, 9 and 14), the NIST key as the live service was seen to report it,
    // and Python's hmac of the empty message under the key 00..1F.
    [Theory]
    [InlineData(KeyAlgorithm.Tdes2Key, null, "79ADAEF3212AADCE312ACE422ACCFEFB", "ANSI_X9_24", "3C0A31")]
    [InlineData(KeyAlgorithm.Tdes3Key, null, "545E2AADFD5EC42F2F5BE5E3ADC75E9B290252A1A219B380", "ANSI_X9_24", "C15FFF")]
    [InlineData(KeyAlgorithm.Aes128, null, "2B7E151628AED2A6ABF7158809CF4F3C", "CMAC", "7AD386")]
    [InlineData(KeyAlgorithm.Aes128, "CMAC", "8A8349794C9EE9A4C2927098F249FED6", "CMAC", "B32CFD")]
    [InlineData(KeyAlgorithm.Aes128, "ANSI_X9_24", "9A258BD009C508667F11A04301C6D4EC", "ANSI_X9_24", "1B98DC")]
    [InlineData(KeyAlgorithm.HmacSha224, null, "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "HMAC", "2A7430")]
    [InlineData(KeyAlgorithm.HmacSha256, null, "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "HMAC", "D38B42")]
    [InlineData(KeyAlgorithm.HmacSha384, "HMAC", "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "HMAC", "8F8683")]
    [InlineData(KeyAlgorithm.HmacSha512, null, "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "HMAC", "B04A70")]
    public void Check_values_are_the_published_ones(string algorithm, string? asked, string key, string method, string value) =>
        Assert.Equal((method, value), CheckValues.OfSymmetric(algorithm, Convert.FromHexString(key), asked));

    [Theory]
    [InlineData(KeyAlgorithm.Tdes2Key, 16)]
    [InlineData(KeyAlgorithm.Tdes3Key, 24)]
    public async Task TDES_keys_have_odd_parity_and_distinct_parts(string algorithm, int length)
    {
        List<Key> keys = [];
        for (int i = 0; i < 20; i++)
        {
            keys.Add(await _service.CreateKey(algorithm: algorithm));
        }

        foreach ((Key key, byte[] material) in keys.Zip(OpenedMaterial.Of(_store, keys.Select(key => key.KeyArn!))))
        {
            Assert.Equal(length, material.Length);
            Assert.All(material, octet => Assert.True(BitOperations.PopCount(octet) % 2 == 1));
            Assert.Equal(length / 8, material.Chunk(8).Select(Convert.ToHexString).Distinct().Count());
            using var cipher = TripleDES.Create();
            // Some builds of the platform have no two-key form: the third part is then the first.
            cipher.Key = [.. material, .. material[..(24 - length)]];
            Assert.Equal(First3(cipher.EncryptEcb(new byte[8], PaddingMode.None)), key.KeyCheckValue);
        }

        Assert.Equal(keys.Count, keys.Select(key => key.KeyCheckValue).Distinct().Count());
    }

    [Theory]
    [InlineData(KeyAlgorithm.Aes128, 16)]
    [InlineData(KeyAlgorithm.Aes192, 24)]
    [InlineData(KeyAlgorithm.Aes256, 32)]
    public async Task AES_keys_are_checked_by_CMAC_unless_the_caller_wants_encrypted_zeros(string algorithm, int length)
    {
        Key byCmac = await _service.CreateKey(algorithm: algorithm);
        Key byZeros =
            await _service.CreateKey(algorithm: algorithm, change: request => request with { KeyCheckValueAlgorithm = KeyCheckValueAlgorithm.AnsiX924 });
        List<byte[]> material = OpenedMaterial.Of(_store, [byCmac.KeyArn!, byZeros.KeyArn!]);

        Assert.All(material, key => Assert.Equal(length, key.Length));
        using var cipher = Aes.Create();
        cipher.Key = material[0];
        byte[] zeros = cipher.EncryptEcb(new byte[16], PaddingMode.None);
        // NIST SP 800-38B: the MAC of one zero block is the encryption of subkey K1, which is the doubled encryption of zeros.
        Assert.Equal((KeyCheckValueAlgorithm.Cmac, First3(cipher.EncryptEcb(Doubled(zeros, 0x87), PaddingMode.None))),
            (byCmac.KeyCheckValueAlgorithm, byCmac.KeyCheckValue));
        cipher.Key = material[1];
        Assert.Equal((KeyCheckValueAlgorithm.AnsiX924, First3(cipher.EncryptEcb(new byte[16], PaddingMode.None))),
            (byZeros.KeyCheckValueAlgorithm, byZeros.KeyCheckValue));
    }

    [Theory]
    [InlineData(KeyAlgorithm.HmacSha224, 28)]
    [InlineData(KeyAlgorithm.HmacSha256, 32)]
    [InlineData(KeyAlgorithm.HmacSha384, 48)]
    [InlineData(KeyAlgorithm.HmacSha512, 64)]
    public async Task HMAC_keys_are_as_long_as_their_hash_and_checked_by_the_MAC_of_nothing(string algorithm, int length)
    {
        Key key = await _service.CreateKey(KeyUsage.Tr31M7HmacKey, algorithm, "C");
        byte[] material = OpenedMaterial.Of(_store, key.KeyArn!);

        Assert.Equal((length, KeyCheckValueAlgorithm.Hmac), (material.Length, key.KeyCheckValueAlgorithm));
        byte[]? mac = algorithm switch
        {
            KeyAlgorithm.HmacSha256 => HMACSHA256.HashData(material, Array.Empty<byte>()),
            KeyAlgorithm.HmacSha384 => HMACSHA384.HashData(material, Array.Empty<byte>()),
            KeyAlgorithm.HmacSha512 => HMACSHA512.HashData(material, Array.Empty<byte>()),
            // Not on the platform; its published value is above.
            _ => null,
        };
        Assert.NotEqual(key.KeyCheckValue, (await _service.CreateKey(KeyUsage.Tr31M7HmacKey, algorithm, "C")).KeyCheckValue);
        Assert.Equal(mac is null ? CheckValues.OfSymmetric(algorithm, material, null).Value : First3(mac), key.KeyCheckValue);
    }

    [Theory]
    [InlineData(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X")]
    [InlineData(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP384, "X")]
    [InlineData(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP521, "X")]
    [InlineData(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S")]
    [InlineData(KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, KeyAlgorithm.Rsa3072, "B")]
    public async Task Key_pairs_are_checked_by_the_SHA_1_of_their_public_key_whatever_is_asked_for(string usage, string algorithm, string modes)
    {
        Key key = await _service.CreateKey(usage, algorithm, modes, request => request with { KeyCheckValueAlgorithm = KeyCheckValueAlgorithm.Cmac });
        GetPublicKeyCertificateResponse certificate = await _service.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = key.KeyArn });
        using var leaf = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(certificate.KeyCertificate!)));
        byte[] publicKey = leaf.PublicKey.ExportSubjectPublicKeyInfo();

#pragma warning disable CA5350 // The service's check value is made with SHA-1.
        Assert.Equal((KeyCheckValueAlgorithm.Sha1, Convert.ToHexString(SHA1.HashData(publicKey)[..4])), (key.KeyCheckValueAlgorithm, key.KeyCheckValue));
#pragma warning restore CA5350
        using AsymmetricAlgorithm pair = algorithm.StartsWith("RSA", StringComparison.Ordinal) ? RSA.Create() : ECDsa.Create();
        pair.ImportPkcs8PrivateKey(OpenedMaterial.Of(_store, key.KeyArn!), out _);
        Assert.Equal(publicKey, pair.ExportSubjectPublicKeyInfo());
        Assert.Equal(algorithm[^3..], pair.KeySize.ToString(System.Globalization.CultureInfo.InvariantCulture)[^3..]);
    }

    [Theory]
    [InlineData(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B", KeyCheckValueAlgorithm.Hmac)]
    [InlineData(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B", KeyCheckValueAlgorithm.Sha1)]
    [InlineData(KeyUsage.Tr31M7HmacKey, KeyAlgorithm.HmacSha256, "C", KeyCheckValueAlgorithm.Cmac)]
    public async Task A_method_that_the_algorithm_does_not_have_is_refused(string usage, string algorithm, string modes, string method)
    {
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() =>
            _service.CreateKey(usage, algorithm, modes, request => request with { KeyCheckValueAlgorithm = method }));

        Assert.Contains($"KeyCheckValueAlgorithm {method} does not go with {algorithm}", error.Message, StringComparison.Ordinal);
        Assert.Empty(await _service.ListKeys());
    }

    private static string First3(byte[] bytes) => Convert.ToHexString(bytes.AsSpan(0, 3));

    private static byte[] Doubled(byte[] block, byte reduction)
    {
        BigInteger doubled = new BigInteger(block, isUnsigned: true, isBigEndian: true) << 1;
        byte[] bytes = doubled.ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] result = new byte[block.Length];
        byte[] low = bytes.Length > block.Length ? bytes[1..] : bytes;
        low.CopyTo(result, result.Length - low.Length);
        result[^1] ^= bytes.Length > block.Length ? reduction : (byte)0;
        return result;
    }
}
