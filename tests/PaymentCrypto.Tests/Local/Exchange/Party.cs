using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>The other side of an exchange (a partner's HSM): an authority of its own, and one key pair that it has certified.</summary>
internal sealed class Party : IDisposable
{
    private readonly AsymmetricAlgorithm _authorityKey;
    private byte _serial;

    public Party(string name, string algorithm, string? authorityAlgorithm = null)
    {
        Name = name;
        AuthorityAlgorithm = authorityAlgorithm ?? algorithm;
        _authorityKey = PartyKeys.Of(name + " CA", AuthorityAlgorithm);
        Key = PartyKeys.Of(name, algorithm);
        Authority = Issue($"CN={name} CA", _authorityKey, isAuthority: true);
        Certificate = Issue($"CN={name}", Key);
    }

    public string Name { get; }

    public string AuthorityAlgorithm { get; }

    public X509Certificate2 Authority { get; }

    public AsymmetricAlgorithm Key { get; }

    public RSA Rsa => (RSA)Key;

    public X509Certificate2 Certificate { get; }

    /// <summary>The form in which the service takes certificates: base64 of PEM.</summary>
    public static string Wire(X509Certificate2 certificate) => Convert.ToBase64String(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));

    public ECDiffieHellman Agreement()
    {
        var pair = ECDiffieHellman.Create();
        pair.ImportParameters(((ECDsa)Key).ExportParameters(includePrivateParameters: true));
        return pair;
    }

    /// <summary>Has the authority certify a key, without any extension for a leaf, as the service's samples do.</summary>
    public X509Certificate2 Issue(string subject, AsymmetricAlgorithm key, DateTimeOffset? from = null, DateTimeOffset? to = null, bool isAuthority = false) =>
        Issue(
        subject, new PublicKey(key), key is RSA ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512, from, to, isAuthority);

    /// <summary>Has the authority certify a key for a stated use alone.</summary>
    public X509Certificate2 Issue(string subject, AsymmetricAlgorithm key, X509KeyUsageFlags usage) => Issue(
        subject, new PublicKey(key), HashAlgorithmName.SHA256, null, null, isAuthority: false, new X509KeyUsageExtension(usage, critical: true));

    /// <summary>Certifies the key of a signing request.</summary>
    public X509Certificate2 Issue(CertificateRequest request, params X509Extension[] extensions) => Issue(
        request.SubjectName.Name, request.PublicKey, HashAlgorithmName.SHA256, null, null, isAuthority: false, extensions);

    /// <summary>Imports the authority's certificate as a root; returns the key's ARN.</summary>
    public async Task<string> Trust(IPaymentCryptography service) => (await service.Send(new ImportKeyRequest
    {
        KeyMaterial = new ImportKeyMaterial
        {
            RootCertificatePublicKey = new RootCertificatePublicKey
            {
                KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, AuthorityAlgorithm, "V", KeyClass.PublicKey),
                PublicKeyCertificate = Wire(Authority),
            },
        },
    })).Key!.KeyArn!;

    public void Dispose()
    {
        _authorityKey.Dispose();
        Key.Dispose();
        Authority.Dispose();
        Certificate.Dispose();
    }

    private X509Certificate2 Issue(string subject, PublicKey key, HashAlgorithmName hash, DateTimeOffset? from, DateTimeOffset? to, bool isAuthority,
        params X509Extension[] extensions)
    {
        CertificateRequest request = new(new X500DistinguishedName(subject), key, hash, RSASignaturePadding.Pkcs1);
        if (isAuthority)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false,
                pathLengthConstraint: 0, critical: true));
        }

        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        X509SignatureGenerator generator = _authorityKey is RSA rsa
            ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
            : X509SignatureGenerator.CreateForECDsa((ECDsa)_authorityKey);
        return request.Create(
            new X500DistinguishedName($"CN={Name} CA"), generator, from
                ?? TemporaryStore.Start.AddDays(-1), to
                ?? TemporaryStore.Start.AddYears(2), [0x20, ++_serial]);
    }
}
