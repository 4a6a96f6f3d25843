using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>
/// The engine keeps private keys open between calls. That must change nothing but speed: a token that ended, and a record that was
/// altered, are refused as if the key had never been open.
/// </summary>
public sealed class OpenedKeyReuseTests : IDisposable
{
    // A sample of the service (SPEC 7.2) with its TDES check value.
    private const string Clear = "79ADAEF3212AADCE312ACE422ACCFEFB";
    private const string CheckValue = "3C0A31";

    private readonly ExchangeBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_revoked_token_imports_nothing_more()
    {
        ImportKeyMaterial material = await ImportedOnce();

        await _bench.Service.Send(new RevokeTokenRequest { Token = material.KeyCryptogram!.ImportToken! });

        await _bench.Refused<ResourceNotFoundException>(() => _bench.Import(material), "PcResourceNotFound", material.KeyCryptogram.ImportToken!);
    }

    [Fact]
    public async Task An_expired_token_imports_nothing_more()
    {
        ImportKeyMaterial material = await ImportedOnce();

        _bench.Store.Clock.Advance(TimeSpan.FromDays(30));

        await _bench.Refused(() => _bench.Import(material), material.KeyCryptogram!.ImportToken!, "expired");
    }

    [Theory]
    [InlineData("private_key_sealed = zeroblob(length(private_key_sealed))")]
    [InlineData("valid_until = valid_until + 86400000")]
    [InlineData("key_algorithm = 'RSA_4096'")]
    public async Task A_token_that_was_altered_while_its_key_was_open_is_refused(string alteration)
    {
        ImportKeyMaterial material = await ImportedOnce();

        RawStore.Execute(_bench.Store.DatabasePath, $"UPDATE token SET {alteration}");

        VaultException refusal = await Assert.ThrowsAsync<VaultException>(() => _bench.Import(material));
        Assert.Equal(VaultFailure.SecretAltered, refusal.Failure);
    }

    [Fact]
    public async Task Many_callers_use_one_token_at_once()
    {
        ImportKeyMaterial material = await ImportedOnce();

        Key[] keys = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _bench.Import(material))));

        Assert.All(keys, key => Assert.Equal(CheckValue, key.KeyCheckValue));
        Assert.Equal(32, keys.Select(key => key.KeyArn).Distinct().Count());
    }

    // More tokens than are kept open, so that each is opened again after another took its place.
    [Fact]
    public async Task Every_token_opens_its_own_key_however_many_there_are()
    {
        List<ImportKeyMaterial> materials = [];
        for (int i = 0; i < 12; i++)
        {
            materials.Add(await ImportedOnce());
        }

        foreach (ImportKeyMaterial material in materials)
        {
            Assert.Equal(CheckValue, (await _bench.Import(material)).KeyCheckValue);
        }
    }

    private async Task<ImportKeyMaterial> ImportedOnce()
    {
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters(type: KeyMaterialType.KeyCryptogram);
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] cryptogram = RsaKeyCryptogram.Wrap(_bench.Secret(Clear), recipient, RsaOaepHash.Sha256);
        ImportKeyMaterial material = new()
        {
            KeyCryptogram = new ImportKeyCryptogram
            {
                KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "B"),
                Exportable = true,
                ImportToken = parameters.ImportToken,
                WrappedKeyCryptogram = Convert.ToHexString(cryptogram),
            },
        };
        Assert.Equal(CheckValue, (await _bench.Import(material)).KeyCheckValue);
        return material;
    }
}
