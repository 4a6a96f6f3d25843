using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.KeyBlocks.Primitives;

namespace PaymentCrypto.Local.Certificates;

/// <summary>PKCS#10 certificate signing requests (RFC 2986).</summary>
internal static class SigningRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="privateKey">PKCS#8 of the pair that it is for.</param>
    /// <param name="ecc">Whether that is an elliptic curve pair (ECDSA) rather than RSA (PKCS#1 v1.5).</param>
    /// <param name="signingAlgorithm">The hash; one of <see cref="SigningAlgorithmType"/>.</param>
    /// <param name="subject">The name in it.</param>
    /// <returns>Base64 of the PEM text.</returns>
    public static string Create(SecretBuffer privateKey, bool ecc, string signingAlgorithm, CertificateSubjectType subject)
    {
        X500DistinguishedName name = NameOf(subject);
        HashAlgorithmName hash = new(signingAlgorithm);
        byte[] request;
        if (ecc)
        {
            using ECDsa key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(privateKey.Span, out _);
            request = Sign(new CertificateRequest(name, new PublicKey(key), hash), X509SignatureGenerator.CreateForECDsa(key));
        }
        else
        {
            using RSA key = RSA.Create();
            key.ImportPkcs8PrivateKey(privateKey.Span, out _);
            request = Sign(new CertificateRequest(name, new PublicKey(key), hash, RSASignaturePadding.Pkcs1), X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1));
        }

        return Convert.ToBase64String(Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE REQUEST", request) + "\n"));
    }

    private static byte[] Sign(CertificateRequest request, X509SignatureGenerator signer) => request.CreateSigningRequest(signer);

    private static X500DistinguishedName NameOf(CertificateSubjectType subject)
    {
        X500DistinguishedNameBuilder name = new();
        if (subject.EmailAddress is not null)
        {
            name.AddEmailAddress(subject.EmailAddress);
        }

        name.AddCommonName(subject.CommonName!);
        Add(subject.OrganizationUnit, name.AddOrganizationalUnitName);
        Add(subject.Organization, name.AddOrganizationName);
        Add(subject.City, name.AddLocalityName);
        Add(subject.StateOrProvince, name.AddStateOrProvinceName);
        if (subject.Country is not null)
        {
            name.AddCountryOrRegion(subject.Country.ToUpperInvariant());
        }

        return name.Build();
    }

    private static void Add(string? value, Action<string> add)
    {
        if (value is not null)
        {
            add(value);
        }
    }
}
