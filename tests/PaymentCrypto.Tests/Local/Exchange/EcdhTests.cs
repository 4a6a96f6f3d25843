using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Keys;
using PaymentCrypto.Tests.Vectors;
using ApiFunction = PaymentCrypto.Api.KeyDerivationFunction;
using Function = PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement.KeyDerivationFunction;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>TR-31 under a key that both parties derive, in and out, and the generated vectors through ImportKey.</summary>
public sealed class EcdhTests : IDisposable
{
    private const string Set = "ecdh_chain_generated.json";
    private const string SharedInformation = "00000000000000000000000000000000";

    private readonly ExchangeBench _bench = new();

    public static TheoryData<string> Vectors =>
        [.. GeneratedVectors.Records(Set).Where(record => record.TextOrNull("tr31_block") is not null).Select(record => record.Text("id"))];

    public static TheoryData<string, string, string, string> Agreements
    {
        get
        {
            TheoryData<string, string, string, string> rows = [];
            foreach (string function in new[] { ApiFunction.NistSp800, ApiFunction.AnsiX963 })
            {
                rows.Add(KeyAlgorithm.EccNistP256, function, KeyDerivationHashAlgorithm.Sha256, SymmetricKeyAlgorithm.Tdes3Key);
                rows.Add(KeyAlgorithm.EccNistP256, function, KeyDerivationHashAlgorithm.Sha512, SymmetricKeyAlgorithm.Aes128);
                rows.Add(KeyAlgorithm.EccNistP384, function, KeyDerivationHashAlgorithm.Sha384, SymmetricKeyAlgorithm.Aes192);
                rows.Add(KeyAlgorithm.EccNistP521, function, KeyDerivationHashAlgorithm.Sha512, SymmetricKeyAlgorithm.Aes256);
            }

            return rows;
        }
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task A_key_goes_out_and_comes_back_under_agreements_with_the_other_party(string curve, string function, string hash, string derived)
    {
        using Party party = new("Partner", curve);
        string authority = await party.Trust(_bench.Service);
        Key pair = await _bench.Service.CreateKey(
            KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X", request => request with { DeriveKeyUsage = DeriveKeyUsage.Tr31K1KeyBlockProtectionKey });
        bool tdes = derived.StartsWith("TDES", StringComparison.Ordinal);
        Key key = await _bench.Service.CreateKey(algorithm: tdes ? KeyAlgorithm.Tdes3Key : derived);
        using KeyBlockProtectionKey kbpk = await Derive(party, pair.KeyArn!, function, hash, derived, SharedInformation);

        WrappedKey exported = await _bench.Export(key.KeyArn!,
            new ExportKeyMaterial { DiffieHellmanTr31KeyBlock = Out(pair.KeyArn!, authority, party, function, hash, derived) });
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(exported.KeyMaterial!, kbpk);
        Key back = await _bench.Import(new ImportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock = In(pair.KeyArn!, authority, party, function, hash, derived,
                Tr31KeyBlock.Wrap(opened.Header with { Exportability = Tr31Exportability.NonExportable }, opened.Key, kbpk).Text),
        });

        Assert.Equal((tdes ? 'B' : 'D', pair.KeyArn, WrappedKeyMaterialFormat.Tr31KeyBlock),
            (exported.KeyMaterial![0], exported.WrappingKeyArn, exported.WrappedKeyMaterialFormat));
        Assert.Equal((key.KeyCheckValue, key.KeyCheckValue, key.KeyCheckValue), (exported.KeyCheckValue, opened.ComputeCheckValue(), back.KeyCheckValue));
        Assert.Equal((key.KeyAttributes, false), (back.KeyAttributes, back.Exportable));
    }

    /// <summary>The way of AWS's sample: each account takes the other's certificates from GetPublicKeyCertificate, whose authority is on P-521.</summary>
    [Theory]
    [InlineData(KeyAlgorithm.EccNistP256, SymmetricKeyAlgorithm.Aes128, KeyAlgorithm.Aes128)]
    [InlineData(KeyAlgorithm.EccNistP384, SymmetricKeyAlgorithm.Aes192, KeyAlgorithm.Aes192)]
    [InlineData(KeyAlgorithm.EccNistP521, SymmetricKeyAlgorithm.Aes256, KeyAlgorithm.Aes256)]
    public async Task Two_accounts_agree_with_the_certificates_that_the_service_issues(string curve, string derived, string algorithm)
    {
        IPaymentCryptography here = _bench.Service;
        IPaymentCryptography there = _bench.Engine.ForScope(new AccountScope("444455556666", AccountScope.DefaultRegion));
        Key herePair = await here.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X");
        Key therePair = await there.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X");
        GetPublicKeyCertificateResponse hereCertificate = await here.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = herePair.KeyArn });
        GetPublicKeyCertificateResponse thereCertificate = await there.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = therePair.KeyArn });
        string thereAuthority = await TrustIn(here, thereCertificate.KeyCertificateChain!);
        string hereAuthority = await TrustIn(there, hereCertificate.KeyCertificateChain!);
        Key key = await here.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, algorithm);
        using Party any = new("Partner", curve);

        WrappedKey exported = await _bench.Export(key.KeyArn!, new ExportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock = Out(herePair.KeyArn!, thereAuthority, any, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha512,
                derived) with
            { PublicKeyCertificate = thereCertificate.KeyCertificate },
        });
        Key imported = (await there.Send(new ImportKeyRequest
        {
            KeyMaterial = new ImportKeyMaterial
            {
                DiffieHellmanTr31KeyBlock = In(therePair.KeyArn!, hereAuthority, any, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha512, derived,
                    exported.KeyMaterial!) with
                { PublicKeyCertificate = hereCertificate.KeyCertificate },
            },
        })).Key!;

        Assert.Equal((key.KeyCheckValue, key.KeyAttributes), (imported.KeyCheckValue, imported.KeyAttributes));

        static async Task<string> TrustIn(IPaymentCryptography service, string root) => (await service.Send(new ImportKeyRequest
        {
            KeyMaterial = new ImportKeyMaterial
            {
                RootCertificatePublicKey = new RootCertificatePublicKey
                {
                    KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.EccNistP521, "V", KeyClass.PublicKey),
                    PublicKeyCertificate = root,
                },
            },
        })).Key!.KeyArn!;
    }

    [Fact]
    public async Task Two_engines_agree_with_each_other()
    {
        using ExchangeBench other = new();
        using Party party = new("Partner", KeyAlgorithm.EccNistP521);
        string hereAuthority = await party.Trust(_bench.Service);
        string thereAuthority = await party.Trust(other.Service);
        string here =
            _bench.PlacePair(PartyKeys.Of("Here", KeyAlgorithm.EccNistP521), KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP521, "X");
        string there =
            other.PlacePair(PartyKeys.Of("There", KeyAlgorithm.EccNistP521), KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP521, "X");
        using X509Certificate2 hereCertificate = party.Issue("CN=Here", PartyKeys.Of("Here", KeyAlgorithm.EccNistP521));
        using X509Certificate2 thereCertificate = party.Issue("CN=There", PartyKeys.Of("There", KeyAlgorithm.EccNistP521));
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256);

        WrappedKey exported = await _bench.Export(key.KeyArn!, new ExportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock = Out(here, hereAuthority, party, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256,
                SymmetricKeyAlgorithm.Aes256) with
            { PublicKeyCertificate = Party.Wire(thereCertificate) },
        });
        Key imported = await other.Import(new ImportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock = In(there, thereAuthority, party, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256, SymmetricKeyAlgorithm.Aes256,
                exported.KeyMaterial!) with
            { PublicKeyCertificate = Party.Wire(hereCertificate) },
        });

        Assert.Equal(key.KeyCheckValue, imported.KeyCheckValue);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Every_generated_block_is_imported_by_the_side_that_receives_it(string id)
    {
        JsonElement record = GeneratedVectors.Records(Set).Single(candidate => candidate.Text("id") == id);
        string curve = $"ECC_NIST_{record.Text("curve").Replace("-", string.Empty, StringComparison.Ordinal)}";
        using Party party = new("Vectors", curve);
        string authority = await party.Trust(_bench.Service);
        using ECDsa sender = Pem(record.Text("party_u_private"));
        using ECDsa receiver = Pem(record.Text("party_v_private"));
        string pair = _bench.PlacePair(receiver, KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X");
        using X509Certificate2 certificate = party.Issue("CN=Party U", sender);

        Key imported = await _bench.Import(new ImportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock =
                In(pair, authority, party, record.Text("kdf"), record.Text("hash"), record.Text("derived_key"), record.Text("tr31_block")) with
                {
                    PublicKeyCertificate = Party.Wire(certificate),
                    DerivationData = new DiffieHellmanDerivationData { SharedInformation = record.Text("shared_info") },
                },
        });

        string expected = KeyBlockValue(record.Hex("wrapped_key"));
        Assert.Equal((expected, KeyAlgorithm.Aes128, KeyUsage.Tr31K0KeyEncryptionKey),
            (imported.KeyCheckValue, imported.KeyAttributes!.KeyAlgorithm, imported.KeyAttributes.KeyUsage));
    }

    internal static ExportDiffieHellmanTr31KeyBlock Out(string pair, string authority, Party party, string function, string hash, string derived) => new()
    {
        PrivateKeyIdentifier = pair,
        CertificateAuthorityPublicKeyIdentifier = authority,
        PublicKeyCertificate = Party.Wire(party.Certificate),
        DeriveKeyAlgorithm = derived,
        KeyDerivationFunction = function,
        KeyDerivationHashAlgorithm = hash,
        DerivationData = new DiffieHellmanDerivationData { SharedInformation = SharedInformation },
    };

    internal static ImportDiffieHellmanTr31KeyBlock In(string pair, string authority, Party party, string function, string hash, string derived,
        string block) => new()
        {
            PrivateKeyIdentifier = pair,
            CertificateAuthorityPublicKeyIdentifier = authority,
            PublicKeyCertificate = Party.Wire(party.Certificate),
            DeriveKeyAlgorithm = derived,
            KeyDerivationFunction = function,
            KeyDerivationHashAlgorithm = hash,
            DerivationData = new DiffieHellmanDerivationData { SharedInformation = SharedInformation },
            WrappedKeyBlock = block,
        };

    private static ECDsa Pem(string text)
    {
        var pair = ECDsa.Create();
        pair.ImportFromPem(text);
        return pair;
    }

    private static string KeyBlockValue(byte[] aesKey) => PaymentCrypto.Cryptography.KeyBlocks.CheckValues.KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, aesKey);

    private async Task<KeyBlockProtectionKey> Derive(Party party, string pair, string function, string hash, string derived, string sharedInformation)
    {
        GetPublicKeyCertificateResponse own = await _bench.Service.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = pair });
        using X509Certificate2 certificate = PaymentCrypto.Cryptography.KeyBlocks.Certificates.CertificateReader.Read(own.KeyCertificate!);
        using ECDiffieHellman agreement = party.Agreement();
        using SecretBuffer key = EcdhKeyAgreement.DeriveKey(
            agreement,
            EcdhPublicKey.Of(certificate),
            function == ApiFunction.AnsiX963 ? Function.AnsiX963 : Function.NistSp800,
            new HashAlgorithmName(hash.Replace("_", string.Empty, StringComparison.Ordinal)),
            Convert.FromHexString(sharedInformation),
            derived switch
            {
                "TDES_3KEY" => DerivedKeyAlgorithm.Tdes3Key,
                "AES_128" => DerivedKeyAlgorithm.Aes128,
                "AES_192" => DerivedKeyAlgorithm.Aes192,
                _ => DerivedKeyAlgorithm.Aes256
            });
        return derived.StartsWith("TDES", StringComparison.Ordinal) ? KeyBlockProtectionKey.FromTdes(key.Span) : KeyBlockProtectionKey.FromAes(key.Span);
    }
}
