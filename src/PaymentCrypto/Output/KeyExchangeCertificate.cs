using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>
/// A key pair of one party of a key exchange and its certificate, or its request for one. The private key is held, never shown: it
/// leaves the process only by Export-PcKeyExchangeCertificate, encrypted.
/// </summary>
public sealed partial class KeyExchangeCertificate
{
    internal KeyExchangeCertificate(KeyExchangeCredential credential, CredentialRole role, string keyAlgorithm, KeyExchangeCertificate? authority)
    {
        RicherProperties.AddCertificate(this);
        Credential = credential;
        Role = role.ToString();
        KeyAlgorithm = keyAlgorithm;
        CertificateAuthority = authority;
        PublicKeyCertificate = credential.Certificate is null ? null : ServiceCertificates.ServiceForm(credential.Certificate);
        PublicKeyCertificateChain = credential.Chain.Count == 0 ? null : ServiceCertificates.ServiceForm([.. credential.Chain]);
        CertificateSigningRequest = credential.SigningRequest is null ? null : ServiceCertificates.ServiceForm(credential.SigningRequest);
    }

    /// <summary>What the key is for: <c>Kdh</c>, <c>Krd</c>, <c>KeyAgreement</c> or <c>Authority</c>.</summary>
    public string Role { get; }

    /// <summary>The algorithm of the key pair, for example <c>RSA_2048</c>.</summary>
    public string KeyAlgorithm { get; }

    /// <summary>The certificate; null when there is only a request. In PowerShell an X509Certificate2.</summary>
    public CertificateSummary? Certificate => Credential.Certificate is null ? null : new CertificateSummary(Credential.Certificate);

    /// <summary>The certificate in the service's form: base64 of PEM text.</summary>
    public string? PublicKeyCertificate { get; }

    /// <summary>The certificates above it in the service's form, issuer first.</summary>
    public string? PublicKeyCertificateChain { get; }

    /// <summary>The request for a certificate in the service's form: base64 of PEM text (PKCS #10); null when there is a certificate.</summary>
    public string? CertificateSigningRequest { get; }

    /// <summary>Certificate or request as PEM text.</summary>
    public string? Pem => Credential.Certificate?.ExportCertificatePem() ?? Credential.SigningRequest;

    /// <summary>The certificate's SHA-1 fingerprint, hex, by which certificate stores know it; null when there is only a request.</summary>
    public string? Thumbprint => Credential.Certificate?.Thumbprint;

    /// <summary>The end of the certificate's validity, UTC; null when there is only a request.</summary>
    public DateTime? NotAfter => Credential.Certificate?.NotAfter.ToUniversalTime();

    /// <summary>How many whole days that was when it was made: 0 on the last day.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The authority that issued the certificate, with its own private key, when it was made here.</summary>
    public KeyExchangeCertificate? CertificateAuthority { get; }

    /// <summary>The check value of the public key, SHA-1, 8 hex digits.</summary>
    public string? KeyCheckValue { get; init; }

    internal KeyExchangeCredential Credential { get; }

    /// <summary>The subject, never the key.</summary>
    public override string ToString() => Credential.ToString();
}
