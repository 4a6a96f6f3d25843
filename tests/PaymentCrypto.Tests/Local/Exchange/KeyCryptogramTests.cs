using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Tests.Local.Keys;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Raw keys under RSA-OAEP, in and out, and the generated vectors through ImportKey.</summary>
public sealed class KeyCryptogramTests : IDisposable
{
    private const string Set = "rsa_cryptogram_generated.json";

    private readonly ExchangeBench _bench = new();

    public static TheoryData<string> Vectors => [.. GeneratedVectors.Records(Set).Select(record => record.Text("id"))];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("RSA_2048", null, "TDES_2KEY", "79ADAEF3212AADCE312ACE422ACCFEFB", "3C0A31")]
    [InlineData("RSA_2048", "RSA_OAEP_SHA_512", "TDES_3KEY", "27D43AA69D27D1B1BDD1E0D272392E1F1934E7B3DD352D09", "A0EFC4")]
    [InlineData("RSA_3072", "RSA_OAEP_SHA_256", "AES_128", "9A258BD009C508667F11A04301C6D4EC", "58E823")]
    public async Task A_key_comes_in_under_the_tokens_certificate(string rsa, string? specification, string algorithm, string key, string checkValue)
    {
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters(type: KeyMaterialType.KeyCryptogram, algorithm: rsa);
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] cryptogram = RsaKeyCryptogram.Wrap(Convert.FromHexString(key), recipient,
            specification == WrappingKeySpec.RsaOaepSha512 ? RsaOaepHash.Sha512 : RsaOaepHash.Sha256);

        Key imported = await _bench.Import(Material(algorithm, parameters.ImportToken!, cryptogram, specification, exportable: false));

        Assert.Equal((checkValue, false), (imported.KeyCheckValue, imported.Exportable));
        Assert.Equal(KeyCalls.Attributes(KeyUsage.Tr31K0KeyEncryptionKey, algorithm, "B"), imported.KeyAttributes);
    }

    [Theory]
    [InlineData("RSA_2048", null, "TDES_3KEY")]
    [InlineData("RSA_2048", "RSA_OAEP_SHA_512", "TDES_2KEY")]
    [InlineData("RSA_3072", "RSA_OAEP_SHA_256", "AES_128")]
    public async Task A_key_goes_out_for_the_other_partys_certificate(string rsa, string? specification, string algorithm)
    {
        using Party receiver = new("Receiver", rsa);
        string authority = await receiver.Trust(_bench.Service);
        Key key = await _bench.Service.CreateKey(algorithm: algorithm);

        WrappedKey exported = await _bench.Export(key.KeyArn!, new ExportKeyMaterial
        {
            KeyCryptogram = new ExportKeyCryptogram
            {
                CertificateAuthorityPublicKeyIdentifier = authority,
                WrappingKeyCertificate = Party.Wire(receiver.Certificate),
                WrappingSpec = specification
            },
        });

        RSAEncryptionPadding padding = specification == WrappingKeySpec.RsaOaepSha512 ? RSAEncryptionPadding.OaepSHA512 : RSAEncryptionPadding.OaepSHA256;
        byte[] clear = receiver.Rsa.Decrypt(Convert.FromHexString(exported.KeyMaterial!), padding);
        Assert.Equal((authority, WrappedKeyMaterialFormat.KeyCryptogram), (exported.WrappingKeyArn, exported.WrappedKeyMaterialFormat));
        using ExchangeBench other = new();
        Assert.Equal(exported.KeyCheckValue, (await other.Service.GetKey(other.Place(clear, KeyUsage.Tr31P0PinEncryptionKey, algorithm, "B"))).KeyCheckValue);
        Assert.Equal(key.KeyCheckValue, exported.KeyCheckValue);
    }

    // The engine's generator hands out the vectors' RSA keys, so that the tokens' certificates are for them.
    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Every_generated_cryptogram_is_imported_or_refused_as_it_should(string id)
    {
        JsonElement set = GeneratedVectors.Open(Set);
        JsonElement record = set.GetProperty("records").EnumerateArray().Single(candidate => candidate.Text("id") == id);
        using TemporaryStore store = new();
        PreparedKeyPairs prepared = new();
        int made = 0;
        using PaymentCrypto.Api.Hosting.ILocalEngine engine = new LocalEngineFactory(bits =>
            made++ == 0
                ? prepared.Next(bits)
                : PairOf(set.GetProperty("private_keys").Text(bits.ToString(System.Globalization.CultureInfo.InvariantCulture)))).Open(store.Options);
        IPaymentCryptography service = engine.Default();
        string rsa = $"RSA_{record.GetProperty("rsa_bits").GetInt32()}";
        GetParametersForImportResponse parameters = await service.ImportParameters(type: KeyMaterialType.KeyCryptogram, algorithm: rsa);
        Task<ImportKeyResponse> Send() => service.Send(new ImportKeyRequest
        {
            KeyMaterial =
                Material(record.Text("key_algorithm"), parameters.ImportToken!, record.Hex("cryptogram"), record.Text("wrapping_spec"), exportable: true),
        });

        // An AES-128 key is stronger than RSA_2048 by the service's table, whatever the cryptogram.
        bool tooStrong = rsa == KeyAlgorithm.Rsa2048 && record.Text("key_algorithm") == KeyAlgorithm.Aes128;
        if (id == "neg_kcv")
        {
            Assert.NotEqual(record.Text("kcv"), (await Send()).Key!.KeyCheckValue);
        }
        else if (record.Text("expect") == "accept" && !tooStrong)
        {
            Assert.Equal(record.Text("kcv"), (await Send()).Key!.KeyCheckValue);
        }
        else
        {
            ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(Send);
            Assert.Contains(tooStrong ? KeyAlgorithm.Rsa2048 : "WrappedKeyCryptogram", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("C1F8B0D5A74A6E9DE54C7F0BAD3E8A61", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Empty(await service.ListKeys());
        }
    }

    internal static ImportKeyMaterial Material(string algorithm, string importToken, byte[] cryptogram, string? specification, bool exportable) => new()
    {
        KeyCryptogram = new ImportKeyCryptogram
        {
            KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31K0KeyEncryptionKey, algorithm, "B"),
            Exportable = exportable,
            ImportToken = importToken,
            WrappedKeyCryptogram = Convert.ToHexString(cryptogram),
            WrappingSpec = specification,
        },
    };

    private static RsaKeyPair PairOf(string pem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return new RsaKeyPair(rsa.ExportSubjectPublicKeyInfo(), SecretBuffer.CopyOf(rsa.ExportPkcs8PrivateKey()));
    }
}
