using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>Key pairs and certificates for key exchange.</summary>
public interface ICredentialTool
{
    /// <summary>Makes a self-signed certificate authority (RFC 5280).</summary>
    /// <param name="request">Key, subject and validity.</param>
    KeyExchangeCredential CreateAuthority(CredentialRequest request);

    /// <summary>Makes a key pair and its certificate.</summary>
    /// <param name="request">Key, subject, use and validity.</param>
    /// <param name="issuer">The authority that signs.</param>
    KeyExchangeCredential Create(CredentialRequest request, KeyExchangeCredential issuer);

    /// <summary>Makes a key pair and a request for its certificate (PKCS #10, RFC 2986).</summary>
    /// <param name="request">Key, subject and use. The validity is the issuer's affair.</param>
    KeyExchangeCredential CreateSigningRequest(CredentialRequest request);

    /// <summary>Reads one certificate from text: PEM, base64 of PEM, or base64 of DER.</summary>
    /// <param name="text">The text.</param>
    X509Certificate2 ReadCertificate(string text);

    /// <summary>Reads the first certificate of a file: PEM, DER, base64 of either, or PKCS #12 without a passphrase.</summary>
    /// <param name="path">The file, absolute.</param>
    X509Certificate2 ReadCertificateFile(string path);

    /// <summary>Reads every certificate: DER, PKCS #12 without a passphrase, or text of any encoding with PEM in it or base64 of either.</summary>
    /// <param name="content">The content of a file.</param>
    /// <param name="source">The file, or what stands for it in errors.</param>
    IReadOnlyList<X509Certificate2> ReadCertificates(byte[] content, string source);

    /// <summary>Reads a private key, and the certificates beside it, from the content of a file, as <see cref="ReadFile"/>.</summary>
    /// <param name="content">The content; the caller zeroes it.</param>
    /// <param name="source">The file, or what stands for it in errors.</param>
    /// <param name="passphrase">Its passphrase; null for none.</param>
    KeyExchangeCredential Read(byte[] content, string source, SecureString? passphrase);

    /// <summary>Reads a private key, and the certificates beside it, from a PEM (PKCS #8, PKCS #1, SEC 1) or PKCS #12 file.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="passphrase">Its passphrase; null for an unencrypted file.</param>
    KeyExchangeCredential ReadFile(string path, SecureString? passphrase);

    /// <summary>Takes the private key of a certificate object into use.</summary>
    /// <param name="certificate">The certificate, from a certificate store or a PKCS #12 file.</param>
    KeyExchangeCredential Take(X509Certificate2 certificate);

    /// <summary>PEM text of the private key, encrypted (PKCS #8, PBES2 with AES-256 and 600,000 rounds of PBKDF2), and of the certificates.</summary>
    /// <param name="credential">The private key and its certificates.</param>
    /// <param name="passphrase">The passphrase to encrypt with.</param>
    string ExportPem(KeyExchangeCredential credential, SecureString passphrase);

    /// <summary>PKCS #12 (RFC 7292) with the private key and the certificates, encrypted like the PEM form.</summary>
    /// <param name="credential">The private key and its certificates.</param>
    /// <param name="passphrase">The passphrase to encrypt with.</param>
    byte[] ExportPfx(KeyExchangeCredential credential, SecureString passphrase);

    /// <summary>The type of a certificate's key; one of <see cref="KeyAlgorithm"/>, RSA or ECC.</summary>
    /// <param name="certificate">The certificate.</param>
    string KeyAlgorithmOf(X509Certificate2 certificate);
}
