using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>GetCertificateSigningRequest, as openssl sees it.</summary>
public sealed class SigningRequestTests : IDisposable
{
    private static readonly CertificateSubjectType Subject = new()
    {
        CommonName = "Acquirer 1, \"test\"",
        OrganizationUnit = "Keys",
        Organization = "Example",
        City = "Wien",
        StateOrProvince = "W",
        Country = "at",
        EmailAddress = "keys@example.com",
    };

    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;

    public SigningRequestTests() => _engine = _store.Open(options => options with { InMemory = true });

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    [Theory]
    [InlineData(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S", "WithRSAEncryption", "(2048 bit)")]
    [InlineData(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X", "ecdsa-with-", "NIST CURVE: P-256")]
    [InlineData(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP384, "X", "ecdsa-with-", "NIST CURVE: P-384")]
    [InlineData(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP521, "X", "ecdsa-with-", "NIST CURVE: P-521")]
    public async Task Openssl_verifies_requests_with_every_hash(string usage, string algorithm, string modes, string scheme, string key)
    {
        Assert.SkipUnless(OpenSsl.IsPresent, "The openssl program is not on this machine.");
        string arn = (await _engine.Default().CreateKey(usage, algorithm, modes)).KeyArn!;
        foreach (string hash in SigningAlgorithmType.All)
        {
            string file = Path.Combine(_store.Directory, "request.pem");
            File.WriteAllText(file, await Request(arn, hash, Subject));

            (string text, string verdict) = OpenSsl.RunWithMessages("req", "-verify", "-noout", "-text", "-nameopt", "RFC2253", "-in", file);

            Assert.Contains("verify OK", verdict, StringComparison.Ordinal);
            Assert.Contains("Subject: emailAddress=keys@example.com,CN=Acquirer 1\\, \\\"test\\\",OU=Keys,O=Example,L=Wien,ST=W,C=AT", text,
                StringComparison.Ordinal);
            Assert.Contains(key, text, StringComparison.Ordinal);
            string signature = scheme == "ecdsa-with-" ? scheme + hash : hash.ToLowerInvariant() + scheme;
            Assert.Contains($"Signature Algorithm: {signature}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_common_name_is_enough_and_any_script_will_do()
    {
        Assert.SkipUnless(OpenSsl.IsPresent, "The openssl program is not on this machine.");
        string file = Path.Combine(_store.Directory, "request.pem");
        File.WriteAllText(file, await Request(await AgreementKey(), SigningAlgorithmType.Sha256, new CertificateSubjectType { CommonName = "Zürich 鍵" }));

        Assert.Equal("subject=CN=Zürich 鍵", OpenSsl.Run("req", "-verify", "-noout", "-subject", "-nameopt", "RFC2253,-esc_msb,utf8", "-in", file));
    }

    [Fact]
    public async Task A_subject_that_cannot_be_written_is_refused()
    {
        string arn = await AgreementKey();

        // The service's pattern allows the typographic apostrophe in an address; IA5String has none.
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() =>
            Request(arn, SigningAlgorithmType.Sha256, new CertificateSubjectType { CommonName = "x", EmailAddress = "o\u2019brien@example.com" }));
        Assert.Contains("CertificateSubject", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ValidationException>(() => Request(arn, SigningAlgorithmType.Sha256, new CertificateSubjectType { CommonName = "\ud800" }));
        await Assert.ThrowsAsync<ValidationException>(() => Request(arn, SigningAlgorithmType.Sha256, new CertificateSubjectType { CommonName = null! }));
        await Assert.ThrowsAsync<ValidationException>(() => Request(arn, "SHA1", Subject));
    }

    [Fact]
    public async Task Only_usable_key_pairs_sign_a_request()
    {
        string symmetric = (await _engine.Default().CreateKey()).KeyArn!;
        string stopped = await AgreementKey();
        await _engine.Default().Send(new StopKeyUsageRequest { KeyIdentifier = stopped });

        Assert.Contains("SYMMETRIC_KEY",
            (await Assert.ThrowsAsync<ValidationException>(() => Request(symmetric, SigningAlgorithmType.Sha256, Subject))).Message, StringComparison.Ordinal);
        Assert.Contains("disabled", (await Assert.ThrowsAsync<ValidationException>(() => Request(stopped, SigningAlgorithmType.Sha256, Subject))).Message,
            StringComparison.Ordinal);
    }

    private async Task<string> AgreementKey() =>
        (await _engine.Default().CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X")).KeyArn!;

    private async Task<string> Request(string arn, string hash, CertificateSubjectType subject) => Encoding.ASCII.GetString(Convert.FromBase64String(
        (await _engine.Default().Send(new GetCertificateSigningRequestRequest
        {
            KeyIdentifier = arn,
            SigningAlgorithm = hash,
            CertificateSubject = subject
        })).CertificateSigningRequest!));
}
