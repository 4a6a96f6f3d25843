using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Local.Keys;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>
/// TR-34 tokens that others made, through ImportKey: the generated set, whose receiver's key pair is placed into the store, and the
/// token of the service's CLI documentation, as far as it can be checked without the service's private key.
/// </summary>
public sealed class PublishedTokenTests : IDisposable
{
    private static readonly TimeSpan ToFixtureTime = Tr34Fixture.Now - TemporaryStore.Start;

    private readonly ExchangeBench _bench = new();

    public static TheoryData<string> Ids => [.. Tr34Fixture.Records.Keys];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_generated_token_is_imported_or_refused_as_it_should(string id)
    {
        JsonElement record = Tr34Fixture.Records[id];
        byte[] secret = _bench.Secret(record.Hex("key"));
        _bench.Store.Clock.Advance(ToFixtureTime);
        string recipient = record.Text("recipient");
        string algorithm = recipient == "krd" ? KeyAlgorithm.Rsa2048 : KeyAlgorithm.Rsa3072;
        string pair = _bench.PlacePair(Tr34Fixture.Key(recipient), KeyUsage.Tr31K2Tr34AsymmetricKey, algorithm, "B");
        string authority = Place(_bench, Tr34Fixture.Certificate("kdh_ca"));
        ImportKeyMaterial material = new()
        {
            Tr34KeyBlock = new ImportTr34KeyBlock
            {
                CertificateAuthorityPublicKeyIdentifier = authority,
                SigningKeyCertificate = Party.Wire(Tr34Fixture.Certificate(record.TextOrNull("verify_with") ?? "kdh")),
                WrappingKeyIdentifier = pair,
                WrappingKeyCertificate = Party.Wire(Tr34Fixture.Certificate(recipient)),
                WrappedKeyBlock = record.Text("token"),
                KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
                RandomNonce = record.TextOrNull("random_nonce"),
            },
        };

        // AES keys are stronger than RSA_2048 by the service's table; the token itself may be in order.
        bool aes = record.Text("key_block_header")[7] == 'A';
        bool tooStrong = aes && (algorithm == KeyAlgorithm.Rsa2048 || secret.Length > 16);
        if (record.Text("expect") == "accept" && !tooStrong)
        {
            Key key = await _bench.Import(material);
            BlockCipherAlgorithm cipher = aes ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes;
            Assert.Equal(KeyCheckValue.Standard(cipher, secret), key.KeyCheckValue);
            Assert.Equal(record.Text("key_block_header")[11] != 'N', key.Exportable);
        }
        else
        {
            ValidationException refusal =
                await _bench.Refused(() => _bench.Import(material), record.Text("expect") == "accept" ? KeyAlgorithm.Rsa2048 : string.Empty);
            if (refusal.OwnersDetail is not null)
            {
                // Whatever was found in decrypted bytes, the wire has one text for it.
                Assert.Equal("WrappedKeyBlock could not be opened: it is not the content or not the key that is needed here.", refusal.Message);
            }

            string[] hidden = ["header_mismatch", "inner_kdh_mismatch", "bad_padding", "pkcs1_key_transport", "header_alg_vs_keylen"];
            Assert.Equal(hidden.Contains(id), refusal.OwnersDetail is not null && record.Text("expect") != "accept");
        }
    }

    // Everything up to the recipient is right: chain, signer, signature and digest. The recipient's key is the service's own.
    [Fact]
    public async Task The_documented_import_is_right_up_to_its_recipient()
    {
        string token = SharedVectors.Text("aws_cli_import_tr34.hex").Trim();
        using X509Certificate2 signer = CertificateReader.Read(SharedVectors.Text("aws_cli_import_signing_cert.pem"));
        TimeSpan since = signer.NotBefore.ToUniversalTime().AddDays(1) - TemporaryStore.Start.UtcDateTime;
        using ExchangeBench then = new(options => options with { TimeProvider = new MovedClock(since, options.TimeProvider) });
        GetParametersForImportResponse parameters = await then.Service.ImportParameters();
        var block = Tr34KeyBlock.Parse(token);
        string authority = Place(then, signer);
        ImportTr34KeyBlock request = new()
        {
            CertificateAuthorityPublicKeyIdentifier = authority,
            SigningKeyCertificate = Party.Wire(signer),
            ImportToken = parameters.ImportToken,
            WrappedKeyBlock = token,
            KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            RandomNonce = block.RandomNonce is { } nonce ? Convert.ToHexString(nonce.Span) : null,
        };

        await then.Refused(() => then.Import(new ImportKeyMaterial { Tr34KeyBlock = request }), "Tr34RecipientMismatch", block.Recipient.SerialNumber);
        int signature = token.IndexOf(Convert.ToHexString(block.Signature.Span), StringComparison.Ordinal);
        string changed = token[..signature] + (token[signature] == '0' ? '1' : '0') + token[(signature + 1)..];
        await then.Refused(() => then.Import(new ImportKeyMaterial { Tr34KeyBlock = request with { WrappedKeyBlock = changed } }), "Tr34SignatureInvalid");
    }

    private static string Place(ExchangeBench bench, X509Certificate2 certificate)
    {
        byte[] publicKey = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        return bench.Place(
            KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "V", KeyClass.PublicKey),
            material: null,
            CheckValues.OfPublicKey(publicKey),
            publicKey,
            exportable: true,
            enabled: true,
            certificate.RawData);
    }
}
