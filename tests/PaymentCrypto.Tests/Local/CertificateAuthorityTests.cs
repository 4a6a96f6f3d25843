using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Local.Certificates;

namespace PaymentCrypto.Tests.Local;

/// <summary>When what an authority issues begins: an hour before, as the certificates that AWS shows do, but not before the authority (RFC 5280 6.1).</summary>
public sealed class CertificateAuthorityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 59)]
    [InlineData(60, 60)]
    [InlineData(61, 60)]
    public void A_leaf_is_backdated_by_an_hour_but_not_before_its_root(int minutesOfTheRoot, int minutesOfTheLeaf)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using X509Certificate2 root = Root(key, Now.AddMinutes(-minutesOfTheRoot));
        CertificateAuthority authority = new("111122223333", 1, root, key);

        Assert.True(authority.CanIssue(Now, Life));
        using X509Certificate2 leaf = CertificateText.Load(authority.IssueLeaf(key.ExportSubjectPublicKeyInfo(), Now, Life));

        Assert.Equal(Now.AddMinutes(-minutesOfTheLeaf).UtcDateTime, leaf.NotBefore.ToUniversalTime());
        Assert.Equal((Now + Life).UtcDateTime, leaf.NotAfter.ToUniversalTime());
    }

    [Fact]
    public void A_root_issues_nothing_before_it_begins()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using X509Certificate2 root = Root(key, Now.AddSeconds(1));

        Assert.False(CertificateAuthority.CanIssue(root, Now, Life));
        Assert.True(CertificateAuthority.CanIssue(root, Now.AddSeconds(1), Life));
    }

    private static X509Certificate2 Root(ECDsa key, DateTimeOffset begins)
    {
        CertificateRequest request = new("CN=A test root", key, HashAlgorithmName.SHA512);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using X509Certificate2 root = request.CreateSelfSigned(begins, begins.AddYears(1));
        return CertificateText.Load(root.RawData);
    }
}
