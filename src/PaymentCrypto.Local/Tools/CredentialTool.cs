using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Local.Tools;

/// <summary>Key pairs and certificates for key exchange.</summary>
internal sealed class CredentialTool : ICredentialTool
{
    public KeyExchangeCredential CreateAuthority(CredentialRequest request) => CredentialIssuer.CreateAuthority(request);

    public KeyExchangeCredential Create(CredentialRequest request, KeyExchangeCredential issuer) => CredentialIssuer.Create(request, issuer);

    public KeyExchangeCredential CreateSigningRequest(CredentialRequest request) => CredentialIssuer.CreateSigningRequest(request);

    public X509Certificate2 ReadCertificate(string text) => ToolRefusal.Map(() => CertificateReader.Read(text.Trim()));

    public X509Certificate2 ReadCertificateFile(string path) =>
        CredentialFile.Read(path, passphrase: null, certificatesOnly: true).Certificate
        ?? throw new KeyInputException(KeyInputFailure.CertificateMissing, $"The file '{path}' holds no certificate.");

    public IReadOnlyList<X509Certificate2> ReadCertificates(byte[] content, string source)
    {
        KeyExchangeCredential found = CredentialFile.Read(content, source, passphrase: null, certificatesOnly: true);
        return found.Certificate is null
            ? throw new KeyInputException(KeyInputFailure.CertificateMissing, $"There is no certificate in '{source}'.")
            : [found.Certificate, .. found.Chain];
    }

    public KeyExchangeCredential Read(byte[] content, string source, SecureString? passphrase) =>
        CredentialFile.Read(content, source, passphrase, certificatesOnly: false);

    public KeyExchangeCredential ReadFile(string path, SecureString? passphrase) => CredentialFile.Read(path, passphrase, certificatesOnly: false);

    public KeyExchangeCredential Take(X509Certificate2 certificate) => new(
        PrivateKeyOf(certificate) ?? throw PrivateKeys.Missing("certificate's"),
        Certificates.CertificateText.Load(certificate.RawData));

    public string ExportPem(KeyExchangeCredential credential, SecureString passphrase) => CredentialWriter.ToPem(credential, passphrase);

    public byte[] ExportPfx(KeyExchangeCredential credential, SecureString passphrase) => CredentialWriter.ToPfx(credential, passphrase);

    public string KeyAlgorithmOf(X509Certificate2 certificate) => KeyAlgorithm(certificate);

    /// <summary>The service's name for the type of a certificate's key.</summary>
    internal static string KeyAlgorithm(X509Certificate2 certificate) => ToolRefusal.Map(() => CertificateKey.TypeOf(certificate)) switch
    {
        CertificateKeyType.Rsa2048 => Api.KeyAlgorithm.Rsa2048,
        CertificateKeyType.Rsa3072 => Api.KeyAlgorithm.Rsa3072,
        CertificateKeyType.Rsa4096 => Api.KeyAlgorithm.Rsa4096,
        CertificateKeyType.EccNistP256 => Api.KeyAlgorithm.EccNistP256,
        CertificateKeyType.EccNistP384 => Api.KeyAlgorithm.EccNistP384,
        _ => Api.KeyAlgorithm.EccNistP521,
    };

    /// <summary>The private key that the platform keeps with a certificate; null for none.</summary>
    internal static AsymmetricAlgorithm? PrivateKeyOf(X509Certificate2 certificate) => !certificate.HasPrivateKey ? null
        : certificate.GetRSAPrivateKey() ?? (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetECDiffieHellmanPrivateKey();
}
