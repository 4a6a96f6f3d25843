using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>GetPublicKeyCertificate: valid for 90 days, the same again while 30 are left, verified by openssl.</summary>
public sealed class PublicKeyCertificateTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_certificate_lives_for_90_days_and_is_the_same_for_60_of_them()
    {
        string arn;
        GetPublicKeyCertificateResponse first;
        X509Certificate2 leaf;
        using (ILocalEngine engine = _store.Open())
        {
            arn = (await AgreementKey(engine)).KeyArn!;
            first = await Certificate(engine, arn);
            leaf = Load(first.KeyCertificate!);
        }

        DateTime issued = TemporaryStore.Start.UtcDateTime.AddTicks(-(TemporaryStore.Start.Ticks % TimeSpan.TicksPerSecond));
        Assert.Equal((issued.AddHours(-1), issued.AddDays(90)), (leaf.NotBefore.ToUniversalTime(), leaf.NotAfter.ToUniversalTime()));
        Assert.Contains("CN=111122223333", leaf.Subject, StringComparison.Ordinal);
        DateTimeOffset last = new DateTimeOffset(leaf.NotAfter.ToUniversalTime()) - TimeSpan.FromDays(30);
        leaf.Dispose();

        using ILocalEngine reopened = _store.Open();
        _store.Clock.SetUtcNow(last);
        GetPublicKeyCertificateResponse same = await Certificate(reopened, arn);
        Assert.Equal((first.KeyCertificate, first.KeyCertificateChain), (same.KeyCertificate, same.KeyCertificateChain));

        _store.Clock.Advance(TimeSpan.FromTicks(1));
        GetPublicKeyCertificateResponse next = await Certificate(reopened, arn);
        Assert.NotEqual(first.KeyCertificate, next.KeyCertificate);
        Assert.Equal(first.KeyCertificateChain, next.KeyCertificateChain);
        using X509Certificate2 newLeaf = Load(next.KeyCertificate!);
        Assert.Equal(last.AddDays(90).UtcDateTime, newLeaf.NotAfter.ToUniversalTime());
        Assert.Equal(next.KeyCertificate, (await Certificate(reopened, arn)).KeyCertificate);
    }

    [Fact]
    public async Task A_certificate_from_the_future_is_not_handed_out_before_its_time()
    {
        string arn;
        GetPublicKeyCertificateResponse ahead;
        using (ILocalEngine rehearsal = _store.Open(options => options with { TimeProvider = new MovedClock(TimeSpan.FromDays(40), options.TimeProvider) }))
        {
            arn = (await AgreementKey(rehearsal)).KeyArn!;
            ahead = await Certificate(rehearsal, arn);
        }

        using ILocalEngine engine = _store.Open();
        Assert.NotEqual(ahead.KeyCertificate, (await Certificate(engine, arn)).KeyCertificate);
    }

    [Fact]
    public async Task Openssl_verifies_the_certificates_of_pairs_of_every_kind()
    {
        Assert.SkipUnless(OpenSsl.IsPresent, "The openssl program is not on this machine.");
        using ILocalEngine engine = _store.Open(options => options with { TimeProvider = TimeProvider.System });
        foreach (Key key in new[]
        {
            await AgreementKey(engine), await AgreementKey(engine, KeyAlgorithm.EccNistP384), await AgreementKey(engine, KeyAlgorithm.EccNistP521),
            await engine.Default().CreateKey(KeyUsage.Tr31K2Tr34AsymmetricKey, KeyAlgorithm.Rsa2048, "D"),
        })
        {
            GetPublicKeyCertificateResponse certificate = await Certificate(engine, key.KeyArn!);
            string leaf = Path.Combine(_store.Directory, "leaf.pem");
            string chain = Path.Combine(_store.Directory, "chain.pem");
            File.WriteAllText(leaf, Pem(certificate.KeyCertificate!));
            File.WriteAllText(chain, Pem(certificate.KeyCertificateChain!));

            Assert.Equal($"{leaf}: OK", OpenSsl.Run("verify", "-x509_strict", "-CAfile", chain, leaf));
        }
    }

    [Fact]
    public async Task Only_key_pairs_that_are_not_going_have_one()
    {
        using ILocalEngine engine = _store.Open();
        Key symmetric = await engine.Default().CreateKey();
        Key pair = await AgreementKey(engine);

        Assert.Contains("SYMMETRIC_KEY", (await Assert.ThrowsAsync<ValidationException>(() => Certificate(engine, symmetric.KeyArn!))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Certificate(engine, "alias/none"));
        await engine.Default().Send(new StopKeyUsageRequest { KeyIdentifier = pair.KeyArn });
        await Certificate(engine, pair.KeyArn!);
        await engine.Default().Send(new DeleteKeyRequest { KeyIdentifier = pair.KeyArn });
        await Assert.ThrowsAsync<ValidationException>(() => Certificate(engine, pair.KeyArn!));
    }

    private static Task<Key> AgreementKey(ILocalEngine engine, string curve = KeyAlgorithm.EccNistP256) =>
        engine.Default().CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X");

    private static Task<GetPublicKeyCertificateResponse> Certificate(ILocalEngine engine, string identifier) =>
        engine.Default().Send(new GetPublicKeyCertificateRequest { KeyIdentifier = identifier });

    private static string Pem(string base64) => Encoding.ASCII.GetString(Convert.FromBase64String(base64));

    private static X509Certificate2 Load(string base64) => X509Certificate2.CreateFromPem(Pem(base64));
}
