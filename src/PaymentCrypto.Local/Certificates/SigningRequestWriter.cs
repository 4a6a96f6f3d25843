using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Certificates;

/// <summary>PKCS#10 certificate signing requests (RFC 2986).</summary>
internal static class SigningRequestWriter
{
    /// <summary>Makes a request.</summary>
    /// <param name="privateKey">PKCS#8 of the pair that it is for.</param>
    /// <param name="ecc">Whether that is an elliptic curve pair (ECDSA) rather than RSA (PKCS#1 v1.5).</param>
    /// <param name="signingAlgorithm">The hash; one of <see cref="SigningAlgorithmType"/>.</param>
    /// <param name="subject">The name in it.</param>
    /// <returns>Base64 of the PEM text.</returns>
    /// <exception cref="ValidationException">A part of the name cannot be written in its ASN.1 type.</exception>
    public static string Create(SecretBuffer privateKey, bool ecc, string signingAlgorithm, CertificateSubjectType subject)
    {
        X500DistinguishedName name;
        try
        {
            name = NameOf(subject);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            // The model's patterns let through what IA5String (the email address) and UTF8String (the rest) do not.
            throw new ValidationException($"CertificateSubject cannot be written as a certificate's name: {e.Message}");
        }

        HashAlgorithmName hash = new(signingAlgorithm);
        byte[] request;
        if (ecc)
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(privateKey.Span, out _);
            request = new CertificateRequest(name, new PublicKey(key),
                hash).CreateSigningRequest(SignerOf(new PublicKey(key), X509SignatureGenerator.CreateForECDsa(key)));
        }
        else
        {
            using var key = RSA.Create();
            key.ImportPkcs8PrivateKey(privateKey.Span, out _);
            request = new CertificateRequest(name, new PublicKey(key), hash, RSASignaturePadding.Pkcs1)
                .CreateSigningRequest(SignerOf(new PublicKey(key), X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1)));
        }

        return Convert.ToBase64String(Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE REQUEST", request) + "\n"));

        X509SignatureGenerator SignerOf(PublicKey publicKey, X509SignatureGenerator platform) =>
            signingAlgorithm == SigningAlgorithmType.Sha224 ? new Sha224SignatureGenerator(publicKey, privateKey, ecc) : platform;
    }

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
