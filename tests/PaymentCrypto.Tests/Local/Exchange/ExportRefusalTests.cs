using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Keys;
using ApiFunction = PaymentCrypto.Api.KeyDerivationFunction;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Each check of an export, provoked once.</summary>
public sealed class ExportRefusalTests : IDisposable
{
    private readonly ExchangeBench _bench = new();
    private readonly string _wrappingKey;
    private readonly byte[] _secret;

    public ExportRefusalTests()
    {
        _wrappingKey = _bench.PlaceKek(_bench.RandomSecret(32), KeyAlgorithm.Aes256);
        _secret = _bench.RandomSecret(16);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_key_may_not_leave()
    {
        string kept = _bench.Place(_secret, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B", exportable: false);
        string disabled = _bench.Place(_secret, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B", enabled: false);
        string pending = _bench.Place(_secret, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        string pair = (await _bench.Service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X")).KeyArn!;
        await _bench.Service.Send(new DeleteKeyRequest { KeyIdentifier = pending });

        await _bench.Refused(() => _bench.ExportTr31(kept, _wrappingKey), kept, "not exportable");
        await _bench.Refused(() => _bench.ExportTr31(disabled, _wrappingKey), disabled, "disabled");
        await _bench.Refused(() => _bench.ExportTr31(pending, _wrappingKey), pending, KeyState.DeletePending);
        await _bench.Refused(() => _bench.ExportTr31(pair, _wrappingKey), pair, KeyClass.AsymmetricKeyPair, "symmetric");
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ExportTr31("alias/none", _wrappingKey), "PcResourceNotFound", "alias/none");
    }

    [Fact]
    public async Task The_wrapping_key_may_not_wrap()
    {
        string key = _bench.Place(_secret, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        string decryptOnly = _bench.Place(_bench.RandomSecret(32), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, "D");
        string disabled = _bench.Place(_bench.RandomSecret(32), KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256, "B", enabled: false);

        await _bench.Refused(() => _bench.ExportTr31(key, decryptOnly), decryptOnly, "Wrap");
        await _bench.Refused(() => _bench.ExportTr31(key, disabled), disabled, "disabled");
        await _bench.Refused(() => _bench.ExportTr31(key, key), KeyUsage.Tr31P0PinEncryptionKey, KeyUsage.Tr31K0KeyEncryptionKey);
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ExportTr31(key, "alias/none"), "PcResourceNotFound", "alias/none");
        await _bench.Refused<ValidationException>(() => _bench.Export(key, new ExportKeyMaterial()), "PcMemberInvalid", "eyMaterial");
    }

    [Theory]
    [InlineData("C", "N")]
    [InlineData("G", "C")]
    [InlineData("G", "V")]
    public async Task A_header_may_not_allow_more_than_the_key(string held, string asked)
    {
        string key = _bench.Place(_secret, KeyUsage.Tr31M3Iso97973MacKey, KeyAlgorithm.Tdes2Key, held);

        await _bench.Refused(() => _bench.ExportTr31(key, _wrappingKey, new KeyBlockHeaders { KeyModesOfUse = KeyCalls.Modes(asked) }),
            "KeyBlockHeaders.KeyModesOfUse", asked);
    }

    [Fact]
    public async Task A_header_that_cannot_be_written()
    {
        string key = _bench.Place(_secret, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        Task With(KeyBlockHeaders headers) => _bench.ExportTr31(key, _wrappingKey, headers);
        static KeyBlockHeaders Blocks(params (string Id, string Value)[] blocks) =>
            new() { OptionalBlocks = blocks.ToDictionary(block => block.Id, block => block.Value) };

        await With(Blocks(("01", new string('A', 52)), ("02", new string('B', 52))));
        await _bench.Refused(() => With(Blocks(("01", new string('A', 52)), ("02", new string('B', 53)))), "113", "112");
        await _bench.Refused<ValidationException>(() => With(Blocks(("01", new string('A', 109)))), "PcMemberInvalid", "ptionalBlocks");
        await _bench.Refused<ValidationException>(() => With(new KeyBlockHeaders { KeyVersion = "1" }), "PcMemberInvalid", "eyVersion");
        await _bench.Refused(() => With(new KeyBlockHeaders { KeyModesOfUse = new KeyModesOfUse { Encrypt = true } }), "KeyBlockHeaders.KeyModesOfUse");
        Key hmac = await _bench.Service.CreateKey(KeyUsage.Tr31M7HmacKey, KeyAlgorithm.HmacSha256, "C");
        await _bench.Refused(() => _bench.ExportTr31(hmac.KeyArn!, _wrappingKey, Blocks(("HM", "22"))), "HM", "22", "21");
    }

    [Fact]
    public async Task A_TR_34_exports_certificate_token_or_signing_key_does_not_fit()
    {
        using Party party = new("Receiver", KeyAlgorithm.Rsa2048);
        using Party curve = new("Curve", KeyAlgorithm.EccNistP256);
        string authority = await party.Trust(_bench.Service);
        string curveAuthority = await curve.Trust(_bench.Service);
        string key = _bench.Place(_secret, KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        string token = (await _bench.Service.ExportParameters()).ExportToken!;
        string pair = _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S");
        string verifyOnly =
            _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "V");
        string wrapping = _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31K2Tr34AsymmetricKey, KeyAlgorithm.Rsa2048, "B");
        using X509Certificate2 over = party.Issue("CN=Over", party.Key, to: TemporaryStore.Start.AddHours(-2));
        string certificate = Party.Wire(party.Certificate);
        ExportTr34KeyBlock good = new()
        {
            CertificateAuthorityPublicKeyIdentifier = authority,
            WrappingKeyCertificate = certificate,
            KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            ExportToken = token,
        };
        Task Send(ExportTr34KeyBlock changed) => _bench.Export(key, new ExportKeyMaterial { Tr34KeyBlock = changed });

        await _bench.Refused(() => Send(good with { CertificateAuthorityPublicKeyIdentifier = curveAuthority }), "WrappingKeyCertificate",
            "CertificateIssuerMismatch", "CN=Receiver CA", "CN=Curve CA");
        await _bench.Refused(() => Send(good with
        {
            CertificateAuthorityPublicKeyIdentifier = curveAuthority,
            WrappingKeyCertificate = Party.Wire(curve.Certificate)
        }), KeyAlgorithm.EccNistP256, "RSA");
        await _bench.Refused(() => Send(good with { WrappingKeyCertificate = Party.Wire(over) }), "WrappingKeyCertificate", "CertificateExpired");
        await _bench.Refused<ResourceNotFoundException>(() => Send(good with { ExportToken = "export-token-abcdefghijklmnop" }), "PcResourceNotFound",
            "export-token-abcdefghijklmnop");
        await _bench.Refused(() => Send(good with { ExportToken = string.Empty }), "ExportToken", "SigningKeyIdentifier");
        await _bench.Refused(() => Send(good with { SigningKeyIdentifier = pair }), "one of two ways");
        ExportTr34KeyBlock own = good with { ExportToken = null, SigningKeyIdentifier = pair, SigningKeyCertificate = certificate };
        await _bench.Refused(() => Send(own), "SigningKeyCertificate", pair);
        await _bench.Refused(() => Send(own with { SigningKeyCertificate = null }), "SigningKeyCertificate");
        await _bench.Refused(() => Send(own with { SigningKeyIdentifier = verifyOnly }), verifyOnly, "sign");
        await _bench.Refused(() => Send(own with { SigningKeyIdentifier = wrapping }), KeyUsage.Tr31K2Tr34AsymmetricKey,
            KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature);
        await _bench.Service.Send(new StopKeyUsageRequest { KeyIdentifier = pair });
        await _bench.Refused(() => Send(own), pair, "disabled");
        _bench.Store.Clock.Advance(TimeSpan.FromDays(30));
        await _bench.Refused(() => Send(good), token, "expired");
    }

    [Fact]
    public async Task An_agreements_pair_curve_purpose_or_derived_key_does_not_fit()
    {
        using Party party = new("Agreement", KeyAlgorithm.EccNistP256);
        string authority = await party.Trust(_bench.Service);
        string key = _bench.Place(_secret, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        string pair = (await _bench.Service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X")).KeyArn!;
        string otherCurve = (await _bench.Service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP384, "X")).KeyArn!;
        string forPins = (await _bench.Service.CreateKey(
            KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X", request =>
                request with { DeriveKeyUsage = DeriveKeyUsage.Tr31P0PinEncryptionKey })).KeyArn!;
        ExportDiffieHellmanTr31KeyBlock good =
            EcdhTests.Out(pair, authority, party, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256, SymmetricKeyAlgorithm.Aes128);
        Task Send(ExportDiffieHellmanTr31KeyBlock changed) => _bench.Export(key, new ExportKeyMaterial { DiffieHellmanTr31KeyBlock = changed });

        await _bench.Refused(() => Send(good with { PrivateKeyIdentifier = key }), key, KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement);
        await _bench.Refused(() => Send(good with { PrivateKeyIdentifier = otherCurve }), "KeyAgreementCurve", "384");
        await _bench.Refused(() => Send(good with { PrivateKeyIdentifier = forPins }), forPins, DeriveKeyUsage.Tr31P0PinEncryptionKey,
            DeriveKeyUsage.Tr31K1KeyBlockProtectionKey);
        await _bench.Service.Send(new StopKeyUsageRequest { KeyIdentifier = otherCurve });
        await _bench.Refused(() => Send(good with { PrivateKeyIdentifier = otherCurve }), otherCurve, "disabled");
        await _bench.Refused(() => Send(good with { DeriveKeyAlgorithm = SymmetricKeyAlgorithm.HmacSha256 }), SymmetricKeyAlgorithm.HmacSha256, "AES_256");
        await _bench.Refused<ValidationException>(() => Send(good with { DerivationData = new DiffieHellmanDerivationData() }), "PcMemberInvalid",
            "erivationData");
        using Party stranger = new("Other agreement", KeyAlgorithm.EccNistP256);
        await _bench.Refused(() => Send(good with { PublicKeyCertificate = Party.Wire(stranger.Certificate) }), "PublicKeyCertificate",
            "CertificateIssuerMismatch", "CN=Agreement CA");
    }
}
