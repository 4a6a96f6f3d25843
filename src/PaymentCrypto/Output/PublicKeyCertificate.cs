using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto;

/// <summary>The certificate of a key's public half, under the names that the service uses.</summary>
/// <remarks>As with import parameters, PowerShell gets an X509Certificate2 where JSON gets a summary.</remarks>
public sealed partial class PublicKeyCertificate
{
    /// <summary>Creates an empty description.</summary>
    public PublicKeyCertificate()
    {
        RicherProperties.AddCertificate(this);
        RicherProperties.AddCertificateChain(this);
    }

    internal PublicKeyCertificate(string keyIdentifier, Api.GetPublicKeyCertificateResponse response, TimeProvider clock)
        : this()
    {
        KeyIdentifier = keyIdentifier;
        KeyCertificate = response.KeyCertificate;
        KeyCertificateChain = response.KeyCertificateChain;
        CertificateSummary? certificate = Certificate;
        Thumbprint = certificate?.Thumbprint;
        NotAfter = certificate?.NotAfter;
        DaysLeft = WholeDays.Until(NotAfter, clock);
    }

    /// <summary>The key that was asked for: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    public string? KeyIdentifier { get; set; }

    /// <summary>The certificate as the service sends it: base64 of PEM text.</summary>
    public string? KeyCertificate { get; set; }

    /// <summary>The chain above it as the service sends it, issuer first: base64 of PEM text.</summary>
    public string? KeyCertificateChain { get; set; }

    /// <summary>The certificate as PEM text (RFC 7468).</summary>
    public string? Pem => Base64Text.Decode(KeyCertificate);

    /// <summary>The chain as PEM text (RFC 7468), issuer first.</summary>
    public string? ChainPem => Base64Text.Decode(KeyCertificateChain);

    /// <summary>The certificate's SHA-1 fingerprint, hex, by which certificate stores know it.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>The end of the certificate's validity, UTC.</summary>
    public DateTime? NotAfter { get; set; }

    /// <summary>How many whole days that was from the call, on the provider's clock: 0 on the last day, negative once it has ended.</summary>
    public int? DaysLeft { get; set; }

    /// <summary>The certificate. In PowerShell an X509Certificate2.</summary>
    public CertificateSummary? Certificate
    {
        get
        {
            X509Certificate2[] certificates = ServiceCertificates.Read(KeyCertificate);
            try
            {
                return certificates.Length == 0 ? null : new CertificateSummary(certificates[0]);
            }
            finally
            {
                Array.ForEach(certificates, static certificate => certificate.Dispose());
            }
        }
    }

    /// <summary>The certificates above it, issuer first. In PowerShell an X509Certificate2[].</summary>
    public CertificateSummary[] CertificateChain => KeyExchangeParameters.Summarise(KeyCertificateChain);

    /// <summary>The PEM text, so that a certificate can be put where PEM is asked for.</summary>
    public override string ToString() => Pem ?? string.Empty;
}
