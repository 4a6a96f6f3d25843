using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

/// <summary>Certificates for the checks, issued on the spot under throw-away keys that are made once.</summary>
internal static class TestCertificates
{
    public static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<RSA> LazyRsa2048 = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> LazyRsa3072 = new(() => RSA.Create(3072));
    private static readonly Lazy<RSA> LazyRsa1024 = new(() => RSA.Create(1024));
    private static readonly Lazy<ECDsa> LazyP256 = new(() => ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private static readonly Lazy<ECDsa> LazyP384 = new(() => ECDsa.Create(ECCurve.NamedCurves.nistP384));

    public static RSA Rsa2048 => LazyRsa2048.Value;

    public static RSA Rsa3072 => LazyRsa3072.Value;

    public static RSA Rsa1024 => LazyRsa1024.Value;

    public static ECDsa P256 => LazyP256.Value;

    public static ECDsa P384 => LazyP384.Value;

    /// <summary>Issues a certificate. Without an issuer it signs itself.</summary>
    public static X509Certificate2 Issue(
        string name,
        AsymmetricAlgorithm key,
        string? issuerName = null,
        AsymmetricAlgorithm? issuerKey = null,
        bool? isAuthority = null,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        HashAlgorithmName? hash = null,
        RSASignaturePadding? padding = null,
        params IReadOnlyList<X509Extension> extensions)
    {
        HashAlgorithmName hashName = hash ?? HashAlgorithmName.SHA256;
        CertificateRequest request = key is RSA rsa
            ? new CertificateRequest(new X500DistinguishedName($"CN={name}"), rsa, hashName, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(new X500DistinguishedName($"CN={name}"), (ECDsa)key, hashName);
        if (isAuthority is { } authority)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        }

        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        X509SignatureGenerator generator = (issuerKey ?? key) is RSA issuerRsa
            ? X509SignatureGenerator.CreateForRSA(issuerRsa, padding ?? RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)(issuerKey ?? key));
        return request.Create(new X500DistinguishedName($"CN={issuerName ?? name}"), generator, from ?? From, to ?? To, [0x34, 0x01, 0x02]);
    }
}
