using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>TR-34 in and out, with the format library as the other party: sender (KDH) of imports, receiver (KRD) of exports.</summary>
public sealed class Tr34RoundTripTests : IDisposable
{
    // Samples of the service (SPEC 7.2): KEK with TDES check value 3C0A31 and CMAC 9A1B2A.
    private const string Kek = "79ADAEF3212AADCE312ACE422ACCFEFB";
    private static readonly byte[] Nonce = Convert.FromHexString("1B5C9D0E2F3A4857");

    private readonly ExchangeBench _bench = new();
    private readonly Party _party = new("Partner HSM", KeyAlgorithm.Rsa2048);

    public void Dispose()
    {
        _party.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData(Tr34Dialect.Aws, true)]
    [InlineData(Tr34Dialect.Aws, false)]
    [InlineData(Tr34Dialect.AnnexB, true)]
    [InlineData(Tr34Dialect.AnnexB, false)]
    [InlineData(Tr34Dialect.AnnexBRepaired, true)]
    [InlineData(Tr34Dialect.AnnexBRepaired, false)]
    [InlineData(Tr34Dialect.Futurex, true)]
    [InlineData(Tr34Dialect.Futurex, false)]
    [InlineData(Tr34Dialect.StrictCms, true)]
    [InlineData(Tr34Dialect.StrictCms, false)]
    public async Task A_token_of_any_layout_is_imported_in_two_passes_and_in_one(Tr34Dialect dialect, bool twoPass)
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters();
        byte[] token = Token(parameters, "D9999K0TB00E0000", Kek, twoPass ? Nonce : null, dialect);

        Key key = await _bench.Import(Material(authority, parameters.ImportToken, token, twoPass ? Nonce : null));

        Assert.Equal(("3C0A31", KeyCheckValueAlgorithm.AnsiX924), (key.KeyCheckValue, key.KeyCheckValueAlgorithm));
        Assert.Equal(KeyCalls.Attributes(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "B"), key.KeyAttributes);
        Assert.Equal((true, KeyOrigin.External), (key.Exportable, key.KeyOrigin));
    }

    [Fact]
    public async Task A_token_imports_many_keys()
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters();

        Key first = await _bench.Import(Material(authority, parameters.ImportToken, Token(parameters, "D9999K0TB00E0000", Kek, Nonce), Nonce));
        Key second = await _bench.Import(Material(authority, parameters.ImportToken,
            Token(parameters, "D9999B0TX00N0000", "8A8349794C9EE9A4C2927098F249FED6", Nonce), Nonce));

        Assert.Equal(("3C0A31", "9C8552"), (first.KeyCheckValue, second.KeyCheckValue));
        Assert.False(second.Exportable);
    }

    // The service's own sample: a sender with RSA_2048 sends AES-128 to a receiver with RSA_3072.
    [Fact]
    public async Task An_AES_128_key_comes_under_RSA_3072_from_a_sender_with_RSA_2048()
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters(algorithm: KeyAlgorithm.Rsa3072);

        Key key = await _bench.Import(Material(authority, parameters.ImportToken, Token(parameters, "D9999K0AB00E0000", Kek, Nonce), Nonce));

        Assert.Equal(("9A1B2A", KeyCheckValueAlgorithm.Cmac, KeyAlgorithm.Aes128),
            (key.KeyCheckValue, key.KeyCheckValueAlgorithm, key.KeyAttributes!.KeyAlgorithm));
    }

    [Fact]
    public async Task An_unusual_header_is_taken_with_a_warning()
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters();

        ImportKeyResponse response = await _bench.Service.Send(new ImportKeyRequest
        {
            KeyMaterial = Material(authority, parameters.ImportToken, Token(parameters, "D9999K0TB00E0090", Kek, Nonce), Nonce),
        });

        Assert.Contains("9", Assert.Single(response.Metadata!.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_whose_clock_is_ahead_is_understood()
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters();
        using X509Certificate2 fresh = _party.Issue("CN=Fresh", _party.Key, from: TemporaryStore.Start.AddMinutes(30));
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] token = Tr34KeyBlock.Create(_bench.Secret(Kek), "D9999K0TB00E0000", new Tr34CreateOptions
        {
            SignerPrivateKey = _party.Rsa,
            SignerCertificate = fresh,
            RecipientCertificate = recipient,
            SigningTime = TemporaryStore.Start.AddMinutes(31),
        });

        Assert.Equal("3C0A31", (await _bench.Import(Material(authority, parameters.ImportToken, token, nonce: null, Party.Wire(fresh)))).KeyCheckValue);
    }

    [Fact]
    public async Task The_authoritys_own_certificate_may_sign()
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters();
        using var authorityKey = (RSA)PartyKeys.Of("Partner HSM CA", KeyAlgorithm.Rsa2048);
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] token = Tr34KeyBlock.Create(_bench.Secret(Kek), "D9999K0TB00E0000", new Tr34CreateOptions
        {
            SignerPrivateKey = authorityKey,
            SignerCertificate = _party.Authority,
            RecipientCertificate = recipient,
            Nonce = Nonce,
        });

        Assert.Equal("3C0A31", (await _bench.Import(Material(authority, parameters.ImportToken, token, Nonce, Party.Wire(_party.Authority)))).KeyCheckValue);
    }

    [Fact]
    public async Task A_certificate_of_the_callers_own_authority_stands_in_for_the_import_token()
    {
        string authority = await _party.Trust(_bench.Service);
        Key pair = await _bench.Service.CreateKey(KeyUsage.Tr31K2Tr34AsymmetricKey, KeyAlgorithm.Rsa2048, "D");
        using X509Certificate2 recipient = await Certify(pair.KeyArn!);
        byte[] token = Tr34KeyBlock.Create(_bench.Secret(Kek), "D9999K0TB00E0000", Sender(recipient, Nonce));

        Key key = await _bench.Import(new ImportKeyMaterial
        {
            Tr34KeyBlock = Block(authority, token, Nonce) with
            {
                WrappingKeyIdentifier = pair.KeyArn,
                WrappingKeyCertificate = Party.Wire(recipient),
                ImportToken = string.Empty
            },
        });

        Assert.Equal("3C0A31", key.KeyCheckValue);
    }

    [Theory]
    [InlineData("TDES_2KEY", "K0", "D0112K0TB00E0000", true)]
    [InlineData("TDES_3KEY", "K0", "D0112K0TB00E0000", false)]
    [InlineData("AES_128", "K0", "D0144K0AB00E0000", true)]
    [InlineData("TDES_2KEY", "D0", "D0112D0TB00E0000", true)]
    public async Task The_receiver_opens_what_an_export_token_signed(string algorithm, string usage, string header, bool twoPass)
    {
        using Party receiver = new("Receiver", KeyAlgorithm.Rsa3072);
        string authority = await receiver.Trust(_bench.Service);
        Key key = await _bench.Service.CreateKey(Tr31RoundTripTests.UsageOf(usage), algorithm, "B");
        GetParametersForExportResponse parameters = await _bench.Service.ExportParameters();

        WrappedKey exported = await _bench.Export(key.KeyArn!, new ExportKeyMaterial
        {
            Tr34KeyBlock = Export(authority, receiver) with { ExportToken = parameters.ExportToken, RandomNonce = twoPass ? Convert.ToHexString(Nonce) : null },
        });

        using X509Certificate2 signer = CertificateReader.Read(parameters.SigningKeyCertificate!);
        using X509Certificate2 issuer = CertificateReader.Read(parameters.SigningKeyCertificateChain!);
        using Tr34OpenedKey opened =
            Tr34KeyBlock.Open(Convert.FromHexString(exported.KeyMaterial!), Receiver(receiver, signer, issuer, twoPass ? Nonce : null));
        Assert.Equal((header, Tr34Dialect.Aws), (opened.Header, opened.Block.Dialect));
        Assert.Empty(opened.Block.Certificates);
        Assert.Empty(opened.Block.RevocationLists);
        Assert.Equal(twoPass, opened.Block.RandomNonce is not null);
        Assert.Equal(twoPass, opened.Block.SigningTime is null);
        Assert.Equal((authority, WrappedKeyMaterialFormat.Tr34KeyBlock, key.KeyCheckValue),
            (exported.WrappingKeyArn, exported.WrappedKeyMaterialFormat, exported.KeyCheckValue));
        Assert.Equal(exported.KeyMaterial, exported.KeyMaterial!.ToUpperInvariant());

        // A second engine in the HSM's place knows the key by the same check value.
        using ExchangeBench other = new();
        Assert.Equal(key.KeyCheckValue,
            (await other.Service.GetKey(other.Place(opened.Key.ToArray(), Tr31RoundTripTests.UsageOf(usage), algorithm, "B"))).KeyCheckValue);
    }

    [Fact]
    public async Task A_key_pair_with_the_callers_own_certificate_signs_in_the_export_tokens_place()
    {
        string authority = await _party.Trust(_bench.Service);
        Key pair = await _bench.Service.CreateKey(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S");
        using X509Certificate2 signer = await Certify(pair.KeyArn!);
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes3Key, "B");

        WrappedKey exported = await _bench.Export(key.KeyArn!, new ExportKeyMaterial
        {
            Tr34KeyBlock = Export(authority, _party) with
            {
                SigningKeyIdentifier = pair.KeyArn,
                SigningKeyCertificate = Party.Wire(signer),
                RandomNonce = Convert.ToHexString(Nonce),
                KeyBlockHeaders = new KeyBlockHeaders { KeyModesOfUse = KeyCalls.Modes("D"), KeyExportability = KeyExportability.Sensitive, KeyVersion = "01" },
            },
        });

        using Tr34OpenedKey opened = Tr34KeyBlock.Open(Convert.FromHexString(exported.KeyMaterial!), Receiver(_party, signer, _party.Authority, Nonce));
        Assert.Equal("D0112K0TD01S0000", opened.Header);
    }

    // SPEC 4.9 and 4.14: an AES key goes under AES. What the live service does with it under TDES is not known.
    [Fact]
    public async Task An_AES_key_in_an_envelope_of_TDES_is_a_warning_and_refused_where_the_documentation_decides()
    {
        using ILocalEngine documented = _bench.Store.Open(options => options with { Conformance = Conformance.Documented });
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters(algorithm: KeyAlgorithm.Rsa3072);
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] token = Tr34KeyBlock.Create(_bench.Secret(Kek), "D9999K0AB00E0000", new Tr34CreateOptions
        {
            SignerPrivateKey = _party.Rsa,
            SignerCertificate = _party.Certificate,
            RecipientCertificate = recipient,
            Nonce = Nonce,
            Cipher = Tr34Cipher.TripleDes,
        });
        var request = new ImportKeyRequest { KeyMaterial = Material(authority, parameters.ImportToken, token, Nonce) };

        ValidationException refused = await Assert.ThrowsAsync<ValidationException>(() => documented.Default().Send(request));
        Assert.Contains("des-ede3-cbc", $"{refused.Message} {refused.OwnersDetail}", StringComparison.Ordinal);
        Assert.Contains("des-ede3-cbc", Assert.Single((await _bench.Service.Send(request)).Metadata!.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_whose_certificate_is_for_signing_alone_gets_no_key()
    {
        string authority = await _party.Trust(_bench.Service);
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        GetParametersForExportResponse parameters = await _bench.Service.ExportParameters();
        using X509Certificate2 receiver = _party.Issue("CN=Receiver", _party.Key, X509KeyUsageFlags.DigitalSignature);
        Task Send(X509Certificate2 to) => _bench.Export(key.KeyArn!, new ExportKeyMaterial
        {
            Tr34KeyBlock = Export(authority, _party) with { ExportToken = parameters.ExportToken, WrappingKeyCertificate = Party.Wire(to) },
        });

        await _bench.Refused(() => Send(receiver), "keyEncipherment");
        await Send(_party.Certificate);
    }

    [Fact]
    public async Task The_callers_own_certificate_has_to_allow_signing()
    {
        string authority = await _party.Trust(_bench.Service);
        Key pair = await _bench.Service.CreateKey(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S");
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        using X509Certificate2 signer = await Certify(pair.KeyArn!, new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));

        await _bench.Refused(
            () => _bench.Export(key.KeyArn!, new ExportKeyMaterial
            {
                Tr34KeyBlock = Export(authority, _party) with
                {
                    SigningKeyIdentifier = pair.KeyArn,
                    SigningKeyCertificate = Party.Wire(signer),
                    RandomNonce = Convert.ToHexString(Nonce)
                },
            }),
            "digitalSignature");
    }

    private static ExportTr34KeyBlock Export(string authority, Party receiver) => new()
    {
        CertificateAuthorityPublicKeyIdentifier = authority,
        WrappingKeyCertificate = Party.Wire(receiver.Certificate),
        KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
    };

    private static Tr34OpenOptions Receiver(Party receiver, X509Certificate2 signer, X509Certificate2 issuer, byte[]? nonce) => new()
    {
        RecipientPrivateKey = receiver.Rsa,
        RecipientCertificate = receiver.Certificate,
        SignerCertificate = signer,
        SignerIssuerCertificate = issuer,
        ValidAt = TemporaryStore.Start,
        ExpectedNonce = nonce,
    };

    private ImportTr34KeyBlock Block(string authority, byte[] token, byte[]? nonce, string? signer = null) => new()
    {
        CertificateAuthorityPublicKeyIdentifier = authority,
        SigningKeyCertificate = signer ?? Party.Wire(_party.Certificate),
        WrappedKeyBlock = Convert.ToHexString(token),
        KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
        RandomNonce = nonce is null ? null : Convert.ToHexString(nonce),
    };

    private ImportKeyMaterial Material(string authority, string? importToken, byte[] token, byte[]? nonce, string? signer = null) =>
        new() { Tr34KeyBlock = Block(authority, token, nonce, signer) with { ImportToken = importToken } };

    private byte[] Token(GetParametersForImportResponse parameters, string header, string key, byte[]? nonce, Tr34Dialect dialect = Tr34Dialect.Aws)
    {
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        return Tr34KeyBlock.Create(_bench.Secret(key), header, Sender(recipient, nonce, dialect));
    }

    private Tr34CreateOptions Sender(X509Certificate2 recipient, byte[]? nonce, Tr34Dialect dialect = Tr34Dialect.Aws) => new()
    {
        SignerPrivateKey = _party.Rsa,
        SignerCertificate = _party.Certificate,
        RecipientCertificate = recipient,
        Nonce = nonce,
        SigningTime = nonce is null ? TemporaryStore.Start : null,
        Dialect = dialect,
    };

    private async Task<X509Certificate2> Certify(string keyArn, params X509Extension[] extensions)
    {
        GetCertificateSigningRequestResponse response = await _bench.Service.Send(new GetCertificateSigningRequestRequest
        {
            KeyIdentifier = keyArn,
            SigningAlgorithm = SigningAlgorithmType.Sha256,
            CertificateSubject = new CertificateSubjectType { CommonName = "Our key" },
        });
        string pem = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(response.CertificateSigningRequest!));
        return _party.Issue(CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256, signerSignaturePadding: RSASignaturePadding.Pkcs1),
            extensions);
    }
}
