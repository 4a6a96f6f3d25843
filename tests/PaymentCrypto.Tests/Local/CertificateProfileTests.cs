using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

/// <summary>
/// The profile was read off the two certificates that AWS shows in its CLI documentation (get-parameters-for-import and -export,
/// issued in 2023).
/// </summary>
public sealed class CertificateProfileTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(KeyAlgorithm.Rsa2048, 2048)]
    [InlineData(KeyAlgorithm.Rsa3072, 3072)]
    [InlineData(KeyAlgorithm.Rsa4096, 4096)]
    public async Task The_leaf_has_the_service_profile_and_the_size_that_was_asked_for(string algorithm, int bits)
    {
        using ILocalEngine engine = _store.Open();
        GetParametersForImportResponse parameters = await engine.Default().ImportParameters(type: KeyMaterialType.KeyCryptogram, algorithm: algorithm);
        using X509Certificate2 leaf = Load(parameters.WrappingKeyCertificate!);

        Assert.Equal(3, leaf.Version);
        Assert.Equal(16, leaf.SerialNumberBytes.Length);
        Assert.Equal("1.2.840.113549.1.1.13", leaf.SignatureAlgorithm.Value);
        Assert.Equal(
            ["2.5.4.6=US/PrintableString", "2.5.4.10=AWS Cryptography/UTF8String", "2.5.4.11=AWS Payment Cryptography/UTF8String",
                "2.5.4.8=Virginia/UTF8String", "2.5.4.3=111122223333/UTF8String", "2.5.4.7=Arlington/UTF8String"],
            NameParts(leaf.IssuerName));
        string[] subject = NameParts(leaf.SubjectName);
        Assert.Equal("2.5.4.3=111122223333/UTF8String", subject[0]);
        Assert.Matches("^2\\.5\\.4\\.5=[0-9]{10}/PrintableString$", subject[1]);
        Assert.Equal(2, subject.Length);

        DateTimeOffset issued = new(TemporaryStore.Start.Ticks - (TemporaryStore.Start.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        Assert.Equal(issued.AddHours(-1).UtcDateTime, leaf.NotBefore.ToUniversalTime());
        Assert.Equal(issued.AddDays(30).UtcDateTime, leaf.NotAfter.ToUniversalTime());

        Assert.Equal(
            [("2.5.29.19", false, "3000"), ("2.5.29.35", false, null), ("2.5.29.14", false, null), ("2.5.29.15", true, "030205A0"),
                ("2.5.29.37", false, "301406082B0601050507030106082B06010505070302")],
            leaf.Extensions.Select(e =>
                (e.Oid!.Value!, e.Critical, e.RawData.Length == 2 || e.Oid.Value is "2.5.29.15" or "2.5.29.37" ? Convert.ToHexString(e.RawData) : null)));
        using RSA key = leaf.GetRSAPublicKey()!;
        Assert.Equal(bits, key.KeySize);
    }

    [Fact]
    public async Task Certificates_are_base64_of_pem_and_the_chain_is_the_account_root()
    {
        using ILocalEngine engine = _store.Open();
        GetParametersForImportResponse import = await engine.Default().ImportParameters();
        GetParametersForExportResponse export = await engine.Default().ExportParameters();

        Assert.StartsWith("LS0tLS1CRUdJTi", import.WrappingKeyCertificate, StringComparison.Ordinal);
        Assert.NotEqual(import.WrappingKeyCertificate, import.WrappingKeyCertificateChain);
        Assert.Equal(import.WrappingKeyCertificateChain, export.SigningKeyCertificateChain);
        using X509Certificate2 root = Load(import.WrappingKeyCertificateChain!);
        Assert.Equal(root.SubjectName.RawData, root.IssuerName.RawData);
        Assert.True(root.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(4096, root.GetRSAPublicKey()!.KeySize);
        // A token may be issued at any moment of the root's life, and lives for 30 days.
        Assert.True(root.NotAfter.ToUniversalTime() > TemporaryStore.Start.AddYears(5).UtcDateTime);
    }

    [Fact]
    public async Task Each_account_and_region_has_a_root_of_its_own_that_stays()
    {
        string?[] roots;
        using (ILocalEngine engine = _store.Open())
        {
            roots =
            [
                (await engine.Default().ImportParameters()).WrappingKeyCertificateChain,
                (await engine.ForScope(new AccountScope("444455556666", "us-east-1")).ImportParameters()).WrappingKeyCertificateChain,
                (await engine.ForScope(new AccountScope("111122223333", "eu-west-1")).ImportParameters()).WrappingKeyCertificateChain,
            ];
        }

        using ILocalEngine reopened = _store.Open();
        Assert.Equal(3, roots.Distinct().Count());
        Assert.Equal(roots[0], (await reopened.Default().ImportParameters()).WrappingKeyCertificateChain);
    }

    [Fact]
    public async Task A_root_that_would_end_before_the_leaf_is_followed_by_a_new_one()
    {
        using ILocalEngine engine = _store.Open();
        GetParametersForImportResponse first = await engine.Default().ImportParameters();

        _store.Clock.Advance(TimeSpan.FromDays(3650 - 29));
        GetParametersForImportResponse second = await engine.Default().ImportParameters();

        Assert.NotEqual(first.WrappingKeyCertificateChain, second.WrappingKeyCertificateChain);
        using X509Certificate2 root = Load(second.WrappingKeyCertificateChain!);
        using X509Certificate2 leaf = Load(second.WrappingKeyCertificate!);
        Assert.True(root.NotAfter > leaf.NotAfter && root.NotBefore < leaf.NotBefore);
    }

    [Fact]
    public async Task Openssl_verifies_leaf_and_chain()
    {
        Assert.SkipUnless(OpenSsl.IsPresent, "The openssl program is not on this machine.");
        using ILocalEngine engine = _store.Open(options => options with { TimeProvider = TimeProvider.System });
        GetParametersForImportResponse import = await engine.Default().ImportParameters();
        GetParametersForExportResponse export = await engine.Default().ExportParameters();
        string chain = Path.Combine(_store.Directory, "chain.pem");
        File.WriteAllText(chain, Pem(import.WrappingKeyCertificateChain!));
        foreach (string certificate in new[] { import.WrappingKeyCertificate!, export.SigningKeyCertificate! })
        {
            string leaf = Path.Combine(_store.Directory, "leaf.pem");
            File.WriteAllText(leaf, Pem(certificate));

            Assert.Equal($"{leaf}: OK", OpenSsl.Run("verify", "-x509_strict", "-CAfile", chain, leaf));
        }
    }

    private static string Pem(string base64) => Encoding.ASCII.GetString(Convert.FromBase64String(base64));

    private static X509Certificate2 Load(string base64) => X509Certificate2.CreateFromPem(Pem(base64));

    private static string[] NameParts(X500DistinguishedName name)
    {
        List<string> parts = [];
        AsnReader sequence = new AsnReader(name.RawData, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            AsnReader pair = sequence.ReadSetOf().ReadSequence();
            string type = pair.ReadObjectIdentifier();
            var form = (UniversalTagNumber)pair.PeekTag().TagValue;
            parts.Add($"{type}={pair.ReadCharacterString(form)}/{form}");
        }

        return [.. parts];
    }
}
