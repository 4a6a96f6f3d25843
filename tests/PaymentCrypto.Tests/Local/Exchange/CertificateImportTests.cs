using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Root and trusted certificates: what is kept, what is refused, and imports that wait for approval.</summary>
public sealed class CertificateImportTests : IDisposable
{
    private const string Team = "arn:aws:mpa:us-east-1:111122223333:approval-team/custodians";

    private readonly ExchangeBench _bench = new();
    private readonly Party _party = new("Partner", KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072);

    public void Dispose()
    {
        _party.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("RSA_2048")]
    [InlineData("RSA_4096")]
    [InlineData("ECC_NIST_P256")]
    [InlineData("ECC_NIST_P384")]
    [InlineData("ECC_NIST_P521")]
    public async Task A_root_is_kept_with_the_SHA_1_check_value_of_its_key(string algorithm)
    {
        using Party party = new("Root", algorithm);

        Key key = await _bench.Service.GetKey(await party.Trust(_bench.Service));

        Assert.Equal((KeyCheckValue.Sha1(party.Authority.PublicKey.ExportSubjectPublicKeyInfo()), KeyCheckValueAlgorithm.Sha1),
            (key.KeyCheckValue, key.KeyCheckValueAlgorithm));
        Assert.Equal((KeyClass.PublicKey, algorithm, KeyOrigin.External), (key.KeyAttributes!.KeyClass, key.KeyAttributes.KeyAlgorithm, key.KeyOrigin));
        Assert.Equal((true, true), (key.Exportable, key.Enabled));
    }

    [Fact]
    public async Task A_chain_is_built_one_certificate_at_a_time_and_its_last_authority_vouches_for_leaves()
    {
        string root = await _party.Trust(_bench.Service);
        using X509Certificate2 issued = _party.Issue("CN=Intermediate", PartyKeys.Of("Intermediate", KeyAlgorithm.Rsa2048), isAuthority: true);

        Key second = await _bench.Import(Trusted(root, issued, KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, "V"));
        Key encryption = await _bench.Import(Trusted(root, _party.Certificate, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "E"));

        await _bench.Refused(() => _bench.Import(Trusted(root, _party.Certificate, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "E", KeyAlgorithm.Rsa3072)),
            KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa2048);
        Assert.Equal(KeyCheckValue.Sha1(issued.PublicKey.ExportSubjectPublicKeyInfo()), second.KeyCheckValue);
        Assert.Equal(KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, encryption.KeyAttributes!.KeyUsage);
        await _bench.Refused(() => _bench.Import(Trusted(second.KeyArn!, _party.Certificate, KeyUsage.Tr31K2Tr34AsymmetricKey, "E")),
            "CertificateIssuerMismatch", "CN=Partner CA", "CN=Intermediate");
        await _bench.Refused(() => _bench.Import(Trusted(encryption.KeyArn!, issued, KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, "V")), encryption.KeyArn!,
            KeyUsage.Tr31D1AsymmetricKeyForDataEncryption);
    }

    [Fact]
    public async Task A_root_that_is_none_or_does_not_fit_its_attributes_is_refused()
    {
        using X509Certificate2 over =
            _party.Issue("CN=Partner CA", PartyKeys.Of("Partner CA", KeyAlgorithm.Rsa3072), to: TemporaryStore.Start.AddHours(-2), isAuthority: true);
        RootCertificatePublicKey good = new()
        {
            KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa3072, "V", KeyClass.PublicKey),
            PublicKeyCertificate = Party.Wire(_party.Authority),
        };
        Task Send(RootCertificatePublicKey root) => _bench.Import(new ImportKeyMaterial { RootCertificatePublicKey = root });

        await _bench.Refused(() => Send(good with
        {
            PublicKeyCertificate = Party.Wire(_party.Certificate),
            KeyAttributes = good.KeyAttributes with { KeyAlgorithm = KeyAlgorithm.Rsa2048 }
        }), "CertificateNotSelfSigned", "CN=Partner");
        await _bench.Refused(() => Send(good with { PublicKeyCertificate = Party.Wire(over) }), "CertificateExpired", "CN=Partner CA");
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes with { KeyAlgorithm = KeyAlgorithm.Rsa2048 } }), KeyAlgorithm.Rsa2048,
            KeyAlgorithm.Rsa3072);
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes with { KeyClass = KeyClass.AsymmetricKeyPair } }), KeyClass.PublicKey,
            KeyClass.AsymmetricKeyPair);
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes with { KeyUsage = KeyUsage.Tr31K2Tr34AsymmetricKey } }),
            KeyUsage.Tr31K2Tr34AsymmetricKey, KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature);
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes with { KeyModesOfUse = KeyCalls.Modes("S") } }), "Sign", "Verify");
    }

    [Fact]
    public async Task An_imported_root_is_replicated_with_its_certificate()
    {
        Key root = await _bench.Import(
            new ImportKeyMaterial
            {
                RootCertificatePublicKey = new RootCertificatePublicKey
                {
                    KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa3072, "V", KeyClass.PublicKey),
                    PublicKeyCertificate = Party.Wire(_party.Authority),
                },
            },
            request => request with { ReplicationRegions = ["us-west-2"] });

        IPaymentCryptography west = _bench.Engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "us-west-2"));
        GetPublicKeyCertificateResponse there = await west.Send(
            new GetPublicKeyCertificateRequest { KeyIdentifier = root.KeyArn!.Replace(AccountScope.DefaultRegion, "us-west-2", StringComparison.Ordinal) });

        Assert.Equal(_party.Authority.RawData, CertificateReader.Read(there.KeyCertificate!).RawData);
    }

    // Whoever may write the file but has no key file could otherwise put an authority of his own in the place of a trusted one.
    [Fact]
    public async Task A_root_whose_certificate_was_swapped_in_the_file_vouches_for_nobody()
    {
        string root = await _party.Trust(_bench.Service);
        using Party stranger = new("Stranger", KeyAlgorithm.Rsa2048);
        string certificate = Convert.ToHexString(stranger.Authority.RawData);
        RawStore.Execute(_bench.Store.DatabasePath, $"UPDATE key SET certificate = x'{certificate}', issuer_certificate = x'{certificate}'");

        VaultException refusal = await Assert.ThrowsAsync<VaultException>(() =>
            _bench.Import(Trusted(root, stranger.Certificate, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "E")));

        Assert.Equal(VaultFailure.SecretAltered, refusal.Failure);
    }

    // Of the same key, but with another validity and without limits: the key alone does not tell them apart.
    [Fact]
    public async Task A_root_whose_certificate_was_swapped_for_another_one_of_its_key_vouches_for_nobody()
    {
        string root = await _party.Trust(_bench.Service);
        using X509Certificate2 renewed = _party.Issue("CN=Partner CA", PartyKeys.Of("Partner CA", KeyAlgorithm.Rsa3072), isAuthority: true);
        RawStore.Execute(_bench.Store.DatabasePath, $"UPDATE key SET certificate = x'{Convert.ToHexString(renewed.RawData)}'");

        VaultException refusal = await Assert.ThrowsAsync<VaultException>(() =>
            _bench.Import(Trusted(root, _party.Certificate, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "E")));

        Assert.Equal(VaultFailure.SecretAltered, refusal.Failure);
    }

    [Fact]
    public async Task An_imported_root_that_is_replicated_later_keeps_its_certificate_and_vouches_there()
    {
        string root = await _party.Trust(_bench.Service);
        await _bench.Service.Send(new AddKeyReplicationRegionsRequest { KeyIdentifier = root, ReplicationRegions = ["us-west-2"] });
        IPaymentCryptography west = _bench.Engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "us-west-2"));
        string there = root.Replace(AccountScope.DefaultRegion, "us-west-2", StringComparison.Ordinal);

        ImportKeyResponse trusted = await west.Send(new ImportKeyRequest
        {
            KeyMaterial = Trusted(there, _party.Certificate, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "E"),
        });

        Assert.Equal(KeyCheckValue.Sha1(_party.Certificate.PublicKey.ExportSubjectPublicKeyInfo()), trusted.Key!.KeyCheckValue);
    }

    /// <summary>RFC 5280 4.2.1.9: the root's limit holds for what the authority below it vouches for, too.</summary>
    [Fact]
    public async Task A_limit_of_the_root_holds_below_the_authorities_that_it_issued()
    {
        DateTimeOffset from = TemporaryStore.Start.AddDays(-1);
        DateTimeOffset to = TemporaryStore.Start.AddYears(1);
        AsymmetricAlgorithm key = TestCertificates.Rsa2048;
        X509Certificate2 Issue(string name, string issuer, params X509Extension[] extensions) =>
            TestCertificates.Issue(name, key, issuer, key, from: from, to: to, extensions: extensions);
        using X509Certificate2 root = Issue("root", "root", new X509BasicConstraintsExtension(true, true, 0, true));
        using X509Certificate2 below = Issue("below", "root", new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 leaf = Issue("leaf", "below");
        using X509Certificate2 direct = Issue("direct", "root");
        KeyAttributes attributes = KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "V", KeyClass.PublicKey);
        Task<Key> Trust(X509Certificate2 certificate, string authority) => _bench.Import(new ImportKeyMaterial
        {
            TrustedCertificatePublicKey = new TrustedCertificatePublicKey
            {
                KeyAttributes = attributes,
                PublicKeyCertificate = Party.Wire(certificate),
                CertificateAuthorityPublicKeyIdentifier = authority,
            },
        });
        string top = (await _bench.Import(new ImportKeyMaterial
        {
            RootCertificatePublicKey = new RootCertificatePublicKey { KeyAttributes = attributes, PublicKeyCertificate = Party.Wire(root) },
        })).KeyArn!;
        string middle = (await Trust(below, top)).KeyArn!;

        await Trust(direct, top);
        await _bench.Refused(() => Trust(leaf, middle), "CertificatePathLength", "CN=root", "CN=leaf");
    }

    [Fact]
    public async Task A_certificate_stronger_than_its_issuer_is_refused()
    {
        using Party weak = new("Weak", KeyAlgorithm.Rsa2048);
        string root = await weak.Trust(_bench.Service);
        using X509Certificate2 strong = weak.Issue("CN=Strong", PartyKeys.Of("Strong", KeyAlgorithm.Rsa3072));

        await _bench.Refused(
            () => _bench.Import(Trusted(root, strong, KeyUsage.Tr31K2Tr34AsymmetricKey, "E",
                KeyAlgorithm.Rsa3072)), "CertificateStrength", "Rsa3072", "Rsa2048");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Under_a_team_a_root_waits_for_approval(bool approve)
    {
        await _bench.Service.Send(new AssociateMpaTeamRequest { Action = MpaOperation.ImportRootPublicKeyCertificate, MpaTeamArn = Team });
        await _bench.Refused(() => _party.Trust(_bench.Service), "RequesterComment", Team);
        Task<Key> Import() => _bench.Import(
            new ImportKeyMaterial
            {
                RootCertificatePublicKey = new RootCertificatePublicKey
                {
                    KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa3072, "V", KeyClass.PublicKey),
                    PublicKeyCertificate = Party.Wire(_party.Authority),
                },
            },
            request => request with { RequesterComment = "new partner" });

        Key waiting = await Import();
        Assert.Equal((KeyState.CreateInProgress, SessionStatus.Pending, false), (waiting.KeyState, waiting.MpaStatus!.Status, waiting.Enabled));
        await _bench.Refused(
            () => _bench.Import(Trusted(waiting.KeyArn!, _party.Certificate, KeyUsage.Tr31K2Tr34AsymmetricKey,
                "E")), waiting.KeyArn!, KeyState.CreateInProgress);

        await _bench.Service.Send(new DecideMpaSessionRequest { MpaSessionArn = waiting.MpaStatus.MpaSessionArn!, Approve = approve });
        Key decided = await _bench.Service.GetKey(waiting.KeyArn!);

        Assert.Equal(approve ? KeyState.CreateComplete : "CREATE_FAILED", decided.KeyState);
        Assert.Equal((approve ? SessionStatus.Approved : SessionStatus.Failed, approve), (decided.MpaStatus!.Status, decided.Enabled));
        if (approve)
        {
            Assert.Equal(KeyState.CreateComplete,
                (await _bench.Import(Trusted(waiting.KeyArn!, _party.Certificate, KeyUsage.Tr31K2Tr34AsymmetricKey, "E"))).KeyState);
        }
        else
        {
            Assert.Equal("Approval session expired or was denied", decided.MpaStatus.StatusMessage);
            await _bench.Refused(() => _bench.Import(Trusted(waiting.KeyArn!, _party.Certificate, KeyUsage.Tr31K2Tr34AsymmetricKey, "E")), waiting.KeyArn!,
                "CREATE_FAILED");
        }
    }

    private static ImportKeyMaterial Trusted(string authority, X509Certificate2 certificate, string usage, string modes,
        string algorithm = KeyAlgorithm.Rsa2048) => new()
        {
            TrustedCertificatePublicKey = new TrustedCertificatePublicKey
            {
                KeyAttributes = KeyCalls.Attributes(usage, algorithm, modes, KeyClass.PublicKey),
                PublicKeyCertificate = Party.Wire(certificate),
                CertificateAuthorityPublicKeyIdentifier = authority,
            },
        };
}
