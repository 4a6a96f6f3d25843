using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Local.Certificates;

namespace PaymentCrypto.Local.Tools;

/// <summary>
/// Makes key pairs and certificates as the parties of a key exchange use them with the service: X.509 v3, a random serial number, the
/// common name before the organisation, a leaf that says in its key usage what it is for.
/// </summary>
internal static class CredentialIssuer
{
    public static KeyExchangeCredential CreateAuthority(CredentialRequest request)
    {
        AsymmetricAlgorithm key = PrivateKey(request.KeyAlgorithm);
        CertificateRequest body = Body(request, key);
        CertificateProfile.AddAuthorityExtensions(body);
        return new KeyExchangeCredential(key, Sign(body, body.SubjectName, key, request));
    }

    public static KeyExchangeCredential Create(CredentialRequest request, KeyExchangeCredential issuer)
    {
        X509Certificate2 authority = PrivateKeys.Certificate(issuer, "issuer's");
        if (issuer.PrivateKey is null)
        {
            throw PrivateKeys.Missing("issuer's");
        }

        CheckWithin(request, authority);
        AsymmetricAlgorithm key = PrivateKey(request.KeyAlgorithm);
        CertificateRequest body = Body(request, key);
        AddLeafExtensions(body, request.Role);
        if (authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } identifier)
        {
            body.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        }

        X509Certificate2 certificate = Sign(body, authority.SubjectName, issuer.PrivateKey, request);
        return ToolRefusal.Map(() =>
        {
            // The rules that the service will check when it sees the certificate.
            CertificateCheck.VerifyIssuedBy(certificate, authority, new CertificateCheckOptions { ValidAt = request.NotBefore });
            return new KeyExchangeCredential(key, certificate, [authority, .. issuer.Chain]);
        });
    }

    public static KeyExchangeCredential CreateSigningRequest(CredentialRequest request)
    {
        AsymmetricAlgorithm key = PrivateKey(request.KeyAlgorithm);
        CertificateRequest body = Body(request, key);
        AddLeafExtensions(body, request.Role);
        return new KeyExchangeCredential(key, certificate: null) { SigningRequest = body.CreateSigningRequestPem() + "\n" };
    }

    private static AsymmetricAlgorithm PrivateKey(string algorithm) => algorithm.ToUpperInvariant() switch
    {
        KeyAlgorithm.Rsa2048 => RSA.Create(2048),
        KeyAlgorithm.Rsa3072 => RSA.Create(3072),
        KeyAlgorithm.Rsa4096 => RSA.Create(4096),
        KeyAlgorithm.EccNistP256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        KeyAlgorithm.EccNistP384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        KeyAlgorithm.EccNistP521 => ECDsa.Create(ECCurve.NamedCurves.nistP521),
        _ => throw new KeyInputException(
            KeyInputFailure.AlgorithmUnknown,
            $"A key pair is RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384 or ECC_NIST_P521, not '{algorithm}'."),
    };

    private static CertificateRequest Body(CredentialRequest request, AsymmetricAlgorithm key)
    {
        X500DistinguishedName name = Name(request);
        return key is RSA rsa
            ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)key, HashOf(key));
    }

    // The builder encodes the last addition first.
    private static X500DistinguishedName Name(CredentialRequest request)
    {
        X500DistinguishedNameBuilder name = new();
        if (!string.IsNullOrEmpty(request.Organization))
        {
            name.AddOrganizationName(request.Organization);
        }

        name.AddCommonName(request.CommonName);
        return name.Build();
    }

    private static void AddLeafExtensions(CertificateRequest body, CredentialRole role)
    {
        X509KeyUsageFlags usage = role switch
        {
            CredentialRole.Krd => X509KeyUsageFlags.KeyEncipherment,
            CredentialRole.KeyAgreement => X509KeyUsageFlags.KeyAgreement,
            _ => X509KeyUsageFlags.DigitalSignature,
        };
        body.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        body.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        body.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(body.PublicKey, critical: false));
    }

    private static X509Certificate2 Sign(CertificateRequest body, X500DistinguishedName issuer, AsymmetricAlgorithm key, CredentialRequest request)
    {
        X509SignatureGenerator signer = key is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa(key as ECDsa ?? throw new KeyInputException(
                KeyInputFailure.AlgorithmMismatch, "The issuer's private key is one for key agreement only: it signs nothing."));

        // The hash of the signature goes with the issuer's key, not with that of the subject.
        CertificateRequest signed = new(body.SubjectName, body.PublicKey, HashOf(key));
        foreach (X509Extension extension in body.CertificateExtensions)
        {
            signed.CertificateExtensions.Add(extension);
        }

        using X509Certificate2 certificate = signed.Create(issuer, signer, request.NotBefore, request.NotAfter, CertificateProfile.NewSerialNumber());
        return CertificateText.Load(certificate.RawData);
    }

    private static HashAlgorithmName HashOf(AsymmetricAlgorithm key) => key is RSA ? HashAlgorithmName.SHA256 : key.KeySize switch
    {
        256 => HashAlgorithmName.SHA256,
        384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    private static void CheckWithin(CredentialRequest request, X509Certificate2 authority)
    {
        if (request.NotBefore < authority.NotBefore.ToUniversalTime() || request.NotAfter > authority.NotAfter.ToUniversalTime())
        {
            throw ToolRefusal.Of(new CryptographyException(
                CryptographyError.InvalidArgument,
                $"A certificate from {request.NotBefore:u} to {request.NotAfter:u} would not be within the life of its issuer, which is valid from "
                    + $"{authority.NotBefore.ToUniversalTime():u} to {authority.NotAfter.ToUniversalTime():u}."));
        }
    }
}
