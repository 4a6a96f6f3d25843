using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Local.Certificates;

/// <summary>The root that issues the certificates of one account in one region: RSA-4096 or, for elliptic curve keys, P-521, as AWS's own.</summary>
internal sealed class CertificateAuthority
{
    /// <summary>Modulus length in bits.</summary>
    public const int KeyBits = 4096;

    private const string EcPublicKey = "1.2.840.10045.2.1";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    // A leaf begins an hour before it is issued, as AWS's do; a root that is made here has begun by then.
    private static readonly TimeSpan RootBackdating = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeafBackdating = TimeSpan.FromHours(1);

    private readonly X509SignatureGenerator _signer;
    private readonly X509SubjectKeyIdentifierExtension _keyIdentifier;
    private readonly string _accountId;

    /// <summary>Takes over a root and its private key.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="generation">Which root of the account it is, from 1.</param>
    /// <param name="certificate">The root certificate.</param>
    /// <param name="privateKey">Its key; used until the process ends.</param>
    public CertificateAuthority(string accountId, int generation, X509Certificate2 certificate, AsymmetricAlgorithm privateKey)
    {
        _accountId = accountId;
        Generation = generation;
        Certificate = certificate;
        _signer = SignerOf(privateKey);
        _keyIdentifier = certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
    }

    /// <summary>Which root of the account it is, from 1.</summary>
    public int Generation { get; }

    /// <summary>The root certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Makes a self-signed root.</summary>
    public static X509Certificate2 CreateRoot(string accountId, AsymmetricAlgorithm privateKey, DateTimeOffset now)
    {
        X500DistinguishedName name = CertificateProfile.AuthorityName(accountId);
        CertificateRequest request = privateKey is RSA rsa
            ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, (ECDsa)privateKey, HashAlgorithmName.SHA512);
        CertificateProfile.AddAuthorityExtensions(request);
        using X509Certificate2 withKey = request.Create(
            name,
            SignerOf(privateKey),
            now - RootBackdating,
            now + Lifetime,
            CertificateProfile.NewSerialNumber());
        return CertificateText.Load(withKey.RawData);
    }

    /// <summary>Whether a certificate holds an elliptic curve key.</summary>
    public static bool IsEcc(byte[] certificate)
    {
        using X509Certificate2 loaded = CertificateText.Load(certificate);
        return IsEcc(loaded);
    }

    /// <summary>Whether a certificate holds an elliptic curve key.</summary>
    public static bool IsEcc(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value == EcPublicKey;

    /// <summary>Whether a leaf that is issued now for this long would be valid under a root all its life.</summary>
    public static bool CanIssue(X509Certificate2 root, DateTimeOffset now, TimeSpan validity) =>
        root.NotBefore.ToUniversalTime() <= now.UtcDateTime && root.NotAfter.ToUniversalTime() >= (now + validity).UtcDateTime;

    private static X509SignatureGenerator SignerOf(AsymmetricAlgorithm privateKey) => privateKey is RSA rsa
        ? X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1)
        : X509SignatureGenerator.CreateForECDsa((ECDsa)privateKey);

    /// <summary>Whether a leaf that is issued now for this long would be valid under this root all its life.</summary>
    public bool CanIssue(DateTimeOffset now, TimeSpan validity) => CanIssue(Certificate, now, validity);

    /// <summary>Issues a leaf, signed with SHA-512 and backdated by an hour, or to when a younger root began: before that no path would be valid.</summary>
    /// <param name="publicKey">DER SubjectPublicKeyInfo.</param>
    /// <param name="now">The moment of issue.</param>
    /// <param name="validity">How long from now.</param>
    /// <returns>The certificate in DER.</returns>
    public byte[] IssueLeaf(byte[] publicKey, DateTimeOffset now, TimeSpan validity)
    {
        DateTimeOffset begin = now - LeafBackdating;
        DateTimeOffset rootBegin = new(Certificate.NotBefore.ToUniversalTime());
        IssuedCertificate leaf = new()
        {
            SerialNumber = CertificateProfile.NewSerialNumber(),
            Issuer = Certificate.SubjectName,
            NotBefore = begin > rootBegin ? begin : rootBegin,
            NotAfter = now + validity,
            Subject = CertificateProfile.LeafName(_accountId),
            PublicKey = publicKey,
            ExtensionsInOrder = CertificateProfile.LeafExtensions(publicKey, _keyIdentifier),
        };
        return leaf.Sign(_signer, HashAlgorithmName.SHA512);
    }
}
