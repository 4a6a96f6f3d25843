using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FsCheck.Xunit;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Fuzzing;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Cryptograms;

public sealed class RsaKeyCryptogramTests
{
    private static readonly JsonElement Set = GeneratedVectors.Open("rsa_cryptogram_generated.json");

    private static readonly Dictionary<string, JsonElement> Records = Set.GetProperty("records").EnumerateArray().ToDictionary(record => record.Text("id"));

    private static readonly Dictionary<string, CryptographyError> Refusals = new()
    {
        ["neg_label_set"] = CryptographyError.CryptogramDecryption,
        ["neg_mgf_sha1"] = CryptographyError.CryptogramDecryption,
        ["neg_oaep_sha1"] = CryptographyError.CryptogramDecryption,
        ["neg_pkcs1_v15"] = CryptographyError.CryptogramDecryption,
        ["neg_sha512_declared_256"] = CryptographyError.CryptogramDecryption,
        ["neg_short_ciphertext"] = CryptographyError.CryptogramLength,
        ["neg_keylen"] = CryptographyError.CryptogramKeyLength,
    };

    public static TheoryData<string> Accepted => [.. Records.Values.Where(record => record.Text("expect") == "accept").Select(record => record.Text("id"))];

    public static TheoryData<string> Refused => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Cryptogram_gives_its_key(string id)
    {
        JsonElement record = Records[id];

        using SecretBuffer key = Unwrap(record);

        Assert.Equal(record.Hex("key"), key.Span.ToArray());
        Assert.Equal(record.Text("kcv"), CheckValue(record, key.Span));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Cryptogram_is_refused_for_its_own_reason(string id) => Tr34Fixture.Refused(Refusals[id], () => Unwrap(Records[id]));

    [Fact]
    public void Every_record_is_used_and_a_wrong_check_value_shows()
    {
        Assert.Equal(20, Accepted.Count + Refused.Count + 1);
        using SecretBuffer key = Unwrap(Records["neg_kcv"]);
        Assert.NotEqual(Records["neg_kcv"].Text("kcv"), CheckValue(Records["neg_kcv"], key.Span));
    }

    [Fact]
    public void A_wrong_length_is_shown_beside_the_right_one()
    {
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CryptogramLength, () => Unwrap(Records["neg_short_ciphertext"]));
        Assert.Contains("255", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("256", refusal.Message, StringComparison.Ordinal);
        refusal = Tr34Fixture.Refused(CryptographyError.CryptogramKeyLength, () => Unwrap(Records["neg_keylen"]));
        Assert.Contains("17", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("16", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rsa_oaep_2048_sha256_mgf1sha256_test.json", RsaOaepHash.Sha256)]
    [InlineData("rsa_oaep_2048_sha512_mgf1sha512_test.json", RsaOaepHash.Sha512)]
    [InlineData("rsa_oaep_3072_sha256_mgf1sha256_test.json", RsaOaepHash.Sha256)]
    [InlineData("rsa_oaep_4096_sha256_mgf1sha256_test.json", RsaOaepHash.Sha256)]
    [InlineData("rsa_oaep_4096_sha512_mgf1sha512_test.json", RsaOaepHash.Sha512)]
    public void Wycheproof_agrees(string file, RsaOaepHash hash)
    {
        using JsonDocument document = SharedVectors.Open("wycheproof/" + file);
        int count = 0;
        foreach (JsonElement group in document.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            using var key = RSA.Create();
            key.ImportPkcs8PrivateKey(group.Hex("privateKeyPkcs8"), out _);
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                byte[] message = test.Hex("msg");

                // A label is not part of the service's profile, and a key is never empty: both are to be refused.
                if (test.Text("result") == "valid" && test.Text("label").Length == 0 && message.Length > 0)
                {
                    using SecretBuffer unwrapped = RsaKeyCryptogram.Unwrap(test.Hex("ct"), key, hash);
                    Assert.Equal(message, unwrapped.Span.ToArray());
                }
                else
                {
                    Assert.Throws<CryptographyException>(() => RsaKeyCryptogram.Unwrap(test.Hex("ct"), key, hash));
                }

                count++;
            }
        }

        Assert.Equal(document.RootElement.GetProperty("numberOfTests").GetInt32(), count);
    }

    [Property(MaxTest = 60)]
    public void What_is_wrapped_is_unwrapped(byte seed, bool sha512)
    {
        RsaOaepHash hash = sha512 ? RsaOaepHash.Sha512 : RsaOaepHash.Sha256;
        byte[] key = RandomNumberGenerator.GetBytes(1 + (seed % 64));

        byte[] cryptogram = RsaKeyCryptogram.Wrap(key, Tr34Fixture.Certificate("krd"), hash);

        Assert.Equal(256, cryptogram.Length);
        using SecretBuffer unwrapped = RsaKeyCryptogram.Unwrap(cryptogram, Tr34Fixture.Key("krd"), hash, key.Length);
        Assert.Equal(key, unwrapped.Span.ToArray());
    }

    [Property(MaxTest = 200)]
    public void Damaged_cryptograms_are_refused_with_the_typed_error(int seed)
    {
        JsonElement record = Records["2048_RSA_OAEP_SHA_256_TDES_2KEY"];
        byte[] damaged = Mutator.Mutate(record.Hex("cryptogram"), seed);
        if (!damaged.SequenceEqual(record.Hex("cryptogram")))
        {
            Assert.Throws<CryptographyException>(() => RsaKeyCryptogram.Unwrap(damaged, PrivateKey("2048"), RsaOaepHash.Sha256));
        }
    }

    [Fact]
    public void A_key_that_does_not_fit_and_a_certificate_without_rsa_are_refused()
    {
        Tr34Fixture.Refused(CryptographyError.CryptogramKeyLength, () => RsaKeyCryptogram.Wrap(new byte[127], Tr34Fixture.Key("krd"), RsaOaepHash.Sha512));
        Tr34Fixture.Refused(CryptographyError.CryptogramKeyLength, () => RsaKeyCryptogram.Wrap([], Tr34Fixture.Key("krd")));
        X509Certificate2 curve = Certificates.TestCertificates.Issue("curve", Certificates.TestCertificates.P256);
        Tr34Fixture.Refused(CryptographyError.CertificateKeyType, () => RsaKeyCryptogram.Wrap(new byte[16], curve));
    }

    [Fact]
    public void Python_cryptography_reads_our_cryptograms()
    {
        Tool.SkipUnlessPythonCryptography();
        using var folder = new TemporaryFolder();
        byte[] key = RandomNumberGenerator.GetBytes(24);
        folder.Write("key.pem", Tr34Fixture.Key("krd").ExportPkcs8PrivateKeyPem());
        folder.Write("256.bin", RsaKeyCryptogram.Wrap(key, Tr34Fixture.Key("krd")));
        folder.Write("512.bin", RsaKeyCryptogram.Wrap(key, Tr34Fixture.Key("krd"), RsaOaepHash.Sha512));
        const string script = """
            from cryptography.hazmat.primitives import hashes, serialization
            from cryptography.hazmat.primitives.asymmetric import padding
            key = serialization.load_pem_private_key(open('key.pem', 'rb').read(), None)
            for name, h in (('256.bin', hashes.SHA256()), ('512.bin', hashes.SHA512())):
                print(key.decrypt(open(name, 'rb').read(), padding.OAEP(padding.MGF1(h), h, None)).hex())
            """;

        (int exitCode, string output) = Tool.Run("python3", folder.Path, "-c", script);

        Assert.True(exitCode == 0, output);
        Assert.Equal([Convert.ToHexStringLower(key), Convert.ToHexStringLower(key)], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static SecretBuffer Unwrap(JsonElement record) => RsaKeyCryptogram.Unwrap(
        record.Hex("cryptogram"),
        PrivateKey(record.GetProperty("rsa_bits").GetRawText()),
        record.Text("wrapping_spec") == "RSA_OAEP_SHA_512" ? RsaOaepHash.Sha512 : RsaOaepHash.Sha256,
        expectedKeyLength: 16);

    private static string CheckValue(JsonElement record, ReadOnlySpan<byte> key) =>
        KeyCheckValue.Standard(record.Text("key_algorithm").StartsWith("AES", StringComparison.Ordinal) ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes,
            key);

    private static RSA PrivateKey(string bits)
    {
        var key = RSA.Create();
        key.ImportFromPem(Set.GetProperty("private_keys").Text(bits));
        return key;
    }
}
