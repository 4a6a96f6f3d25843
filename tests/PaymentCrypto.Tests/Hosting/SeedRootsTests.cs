using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;
using PaymentCrypto.Local;
using PaymentCrypto.Tests.Local;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Hosting;

/// <summary>Seeds that hold the account's certificate authorities: roots that openssl made, and what the engine issues under them.</summary>
public sealed class SeedRootsTests
{
    private static readonly JsonElement Made = GeneratedVectors.Open("seed_roots.json");
    private static readonly string Rsa = Made.GetProperty("rsa").GetRawText();
    private static readonly string Ecc = Made.GetProperty("ecc").GetRawText();
    private static readonly AccountScope Scope = new(AccountScope.DefaultAccountId, AccountScope.DefaultRegion);
    private static readonly string Both = $$"""
        { "Keys": [{ "Alias": "alias/ecdh", "Usage": "K3", "Algorithm": "ECC_NIST_P256", "DeriveKeyUsage": "TR31_K0_KEY_ENCRYPTION_KEY" }],
          "Roots": [{{Rsa}}, {{Ecc}}] }
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_account_issues_has_the_same_issuer_at_every_start()
    {
        using TemporaryStore store = new();
        LocalServiceOptions kept = Options(Both) with { InMemory = false, Directory = store.Directory };
        for (int start = 0; start < 2; start++)
        {
            await using var service = LocalService.Start(kept);
            GetParametersForImportResponse import =
                await service.ProviderOf(Scope).ImportParameters(type: KeyMaterialType.KeyCryptogram, algorithm: KeyAlgorithm.Rsa2048);
            GetPublicKeyCertificateResponse ecc =
                await service.ProviderOf(Scope).SendAsync(new GetPublicKeyCertificateRequest { KeyIdentifier = "alias/ecdh" }, Cancel);

            RequireIssued(import.WrappingKeyCertificate!, import.WrappingKeyCertificateChain!, Rsa);
            RequireIssued(ecc.KeyCertificate!, ecc.KeyCertificateChain!, Ecc);
        }
    }

    [Fact]
    public async Task A_seed_may_have_roots_alone_and_over_http_but_none_beside_another()
    {
        await using var service = LocalService.Start(Options(null));
        await Seed(service, $$"""{ "roots": {{Ecc}} }""");
        await Seed(service, $$"""{ "Roots": [{{Ecc}}] }""");

        string other = Root(ECCurve.NamedCurves.nistP521);
        InvalidConfigurationException error = await Assert.ThrowsAsync<InvalidConfigurationException>(() => Seed(service, $$"""{ "Roots": [{{other}}] }"""));

        Assert.StartsWith("seed, line 1, Certificate: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("another root", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_root_names_its_line_and_field_and_starts_nothing()
    {
        string strange = Root(ECCurve.NamedCurves.nistP521);
        Refused($$"""{ "Keys": [],{{"\n"}}"Roots": [{ "PrivateKey": "x" }] }""", "line 2, Certificate: it is missing");
        Refused($$"""{ "Roots": [{{Member(Ecc, "Certificate")}} }] }""", "line 1, PrivateKey: it is missing");
        Refused($$"""{ "Roots": [{{Member(Ecc, "Certificate")}}, {{Member(strange, "PrivateKey")[1..]}} }] }""", "PrivateKey: The private key does not belong");
        Refused(
            $$"""{ "Roots": [{{Member(Ecc, "Certificate")}}, {{Member(Rsa, "PrivateKey")[1..]}} }] }""", "PrivateKey: it is the PEM of a private key for ECC");
        Refused($$"""{ "Roots": [{{Member(Ecc, "Certificate")}}, {{Member(Ecc, "PrivateKey")[1..]}}, "Alias": "a" }] }""", "Alias: there is no such field");
        Refused($$"""{ "Roots": [{{Root(ECCurve.NamedCurves.nistP256)}}] }""", "Certificate: A root has a key of RSA_4096");
        Refused($$"""{ "Roots": [{{Root(ECCurve.NamedCurves.nistP521, isAuthority: false)}}] }""", "Certificate: ");
        Refused($$"""{ "Roots": [{{Root(ECCurve.NamedCurves.nistP521, days: 60)}}] }""", "Certificate: It is valid from");
        Refused($$"""{ "Roots": [{{Root(ECCurve.NamedCurves.nistP521, days: -1)}}] }""", "Certificate: ");
        Refused("""{ "Roots": [1] }""", "a root is a table");
        Refused("""{ "Rots": [] }""", "Keys: a seed is a table");
        Refused("""{ "Roots": [], "roots": [] }""", "twice");
    }

    [Fact]
    public async Task A_root_that_begins_now_issues_at_once_and_one_of_the_future_is_refused()
    {
        string root = Root(ECCurve.NamedCurves.nistP521, begins: DateTimeOffset.UtcNow);
        await using var service = LocalService.Start(Options(null));
        await Seed(service, Both.Replace(Rsa + ", " + Ecc, root, StringComparison.Ordinal));

        GetPublicKeyCertificateResponse leaf =
            await service.ProviderOf(Scope).SendAsync(new GetPublicKeyCertificateRequest { KeyIdentifier = "alias/ecdh" }, Cancel);

        RequireIssued(leaf.KeyCertificate!, leaf.KeyCertificateChain!, root);
        string future = Root(ECCurve.NamedCurves.nistP521, begins: DateTimeOffset.UtcNow.AddHours(1));
        Refused($$"""{ "Roots": [{{future}}] }""", "Certificate: Certificate CN=Another test root is valid from");
    }

    private static void RequireIssued(string leaf, string chain, string root)
    {
        using X509Certificate2 issued = Load(leaf);
        using X509Certificate2 issuer = Load(chain);
        using var made = X509Certificate2.CreateFromPem(JsonSerializer.Deserialize<JsonElement>(root).GetProperty("Certificate").GetString());
        using X509Chain path = new();
        path.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        path.ChainPolicy.CustomTrustStore.Add(made);
        path.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;

        Assert.Equal(made.RawData, issuer.RawData);
        Assert.Equal(made.Subject, issued.Issuer);
        Assert.True(path.Build(issued), string.Join(", ", path.ChainStatus.Select(static status => status.StatusInformation)));
    }

    private static X509Certificate2 Load(string wire) => X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(wire)));

    private static void Refused(string seed, string what)
    {
        using TemporaryStore store = new();
        string directory = Path.Combine(store.Directory, "new");
        InvalidConfigurationException error = Assert.Throws<InvalidConfigurationException>(
            () => LocalService.Start(Options(seed) with { InMemory = false, Directory = directory }));

        Assert.Equal("PcSeedInvalid", error.ErrorId);
        Assert.StartsWith("seed, line ", error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory));
    }

    private static string Member(string root, string name) =>
        $$"""{ "{{name}}": {{JsonSerializer.Deserialize<JsonElement>(root).GetProperty(name).GetRawText()}}""";

    private static string Root(ECCurve curve, bool isAuthority = true, int days = 3650, DateTimeOffset? begins = null)
    {
        using var key = ECDsa.Create(curve);
        CertificateRequest request = new("CN=Another test root", key, HashAlgorithmName.SHA512);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.CreateSelfSigned(begins ?? now.AddDays(-30), now.AddDays(days));
        return JsonSerializer.Serialize(new { Certificate = certificate.ExportCertificatePem(), PrivateKey = key.ExportPkcs8PrivateKeyPem() });
    }

    private static Task<SeedResponse> Seed(LocalService service, string seed) => service.SeedAsync(Encoding.UTF8.GetBytes(seed), SeedFormat.Json, Cancel);

    private static LocalServiceOptions Options(string? seed) => new()
    {
        Seed = seed is null ? null : new SeedSource(Encoding.UTF8.GetBytes(seed), SeedFormat.Json, "seed"),
        KeyPairStock = 0,
        Engines = new LocalEngineFactory(new PreparedKeyPairs().Next),
    };
}
