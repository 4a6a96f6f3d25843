using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto;

/// <summary>What there is to say about a certificate in a few strings. In JSON it stands in place of the certificate object.</summary>
public sealed class CertificateSummary
{
    /// <summary>Creates an empty summary.</summary>
    public CertificateSummary()
    {
    }

    internal CertificateSummary(X509Certificate2 certificate)
    {
        Subject = certificate.Subject;
        Issuer = certificate.Issuer;
        SerialNumber = certificate.SerialNumber;
        Thumbprint = certificate.Thumbprint;
        NotBefore = certificate.NotBefore.ToUniversalTime();
        NotAfter = certificate.NotAfter.ToUniversalTime();
    }

    /// <summary>The subject's distinguished name.</summary>
    public string? Subject { get; set; }

    /// <summary>The issuer's distinguished name.</summary>
    public string? Issuer { get; set; }

    /// <summary>The serial number, hex.</summary>
    public string? SerialNumber { get; set; }

    /// <summary>The SHA-1 fingerprint, hex, by which certificate stores know it.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>The start of validity, UTC.</summary>
    public DateTime NotBefore { get; set; }

    /// <summary>The end of validity, UTC.</summary>
    public DateTime NotAfter { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Subject ?? string.Empty;
}
