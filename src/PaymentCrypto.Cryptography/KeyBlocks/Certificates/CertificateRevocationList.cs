using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>A certificate revocation list (RFC 5280 section 5), as TR-34 tokens carry it.</summary>
public sealed class CertificateRevocationList
{
    private readonly SignedObject _signed;
    private readonly ReadOnlyMemory<byte> _issuer;
    private readonly Dictionary<string, DateTimeOffset> _revoked = new(StringComparer.Ordinal);

    private CertificateRevocationList(ReadOnlyMemory<byte> encoded)
    {
        Encoded = encoded;
        _signed = SignedObject.Read(encoded, CryptographyError.CertificateRevocationList, "revocation list");
        Asn1Cursor cursor = new Asn1Cursor(_signed.ToBeSigned, CryptographyError.CertificateRevocationList, "revocation list").Sequence("tbsCertList");
        if (cursor.Next(Asn1Tag.Integer))
        {
            cursor.Integer("version");
        }

        cursor.Sequence("signature");
        _issuer = cursor.Encoded("issuer");
        ThisUpdate = cursor.Time("thisUpdate");
        if (cursor.Next(Asn1Tag.UtcTime) || cursor.Next(Asn1Tag.GeneralizedTime))
        {
            NextUpdate = cursor.Time("nextUpdate");
        }

        if (!cursor.Next(Asn1Tag.Sequence))
        {
            return;
        }

        Asn1Cursor entries = cursor.Sequence("revokedCertificates");
        while (entries.HasData)
        {
            Asn1Cursor entry = entries.Sequence("revoked certificate");
            _revoked[Convert.ToHexString(entry.Integer("userCertificate").Span)] = entry.Time("revocationDate");
        }
    }

    /// <summary>The list as it was given, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The issuer's distinguished name as text.</summary>
    public string Issuer => CertificateName.Decode(_issuer);

    /// <summary>When the list was made.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When the next list is due, if the list says so.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>How many certificates the list revokes.</summary>
    public int Count => _revoked.Count;

    /// <summary>Reads a list.</summary>
    /// <param name="encoded">The list, DER.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateRevocationList"/>: not a revocation list.</exception>
    public static CertificateRevocationList Parse(ReadOnlyMemory<byte> encoded) => new(encoded);

    /// <summary>Whether this list is by the issuer of the certificate, judged by name.</summary>
    /// <param name="certificate">The certificate.</param>
    public bool IsByIssuerOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return CertificateName.AreSame(_issuer.Span, certificate.IssuerName.RawData);
    }

    /// <summary>
    /// Checks a certificate against this list: the list has to be by the certificate's issuer and current, and must not name it.
    /// </summary>
    /// <param name="certificate">The certificate to check.</param>
    /// <param name="issuer">The issuer's certificate, to verify the list's signature with; null leaves the signature unchecked.</param>
    /// <param name="options">The instant and the clock skew.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificateRevocationList"/>, <see cref="CryptographyError.CertificateRevocationListExpired"/>,
    /// <see cref="CryptographyError.CertificateSignatureAlgorithm"/>, <see cref="CryptographyError.CertificateKeyUsage"/> or
    /// <see cref="CryptographyError.CertificateRevoked"/>.
    /// </exception>
    public void Check(X509Certificate2 certificate, X509Certificate2? issuer, CertificateCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(options);
        var subject = CertificateFields.Of(certificate);
        if (!CertificateName.AreSame(_issuer.Span, subject.Issuer.Span))
        {
            throw new CryptographyException(
                CryptographyError.CertificateRevocationList,
                $"The revocation list is by {Issuer}; certificate {subject.SubjectText} was issued by {subject.IssuerText}.");
        }

        if (issuer is not null && !_signed.IsSignedBy(issuer))
        {
            throw new CryptographyException(
                CryptographyError.CertificateRevocationList, $"The signature of the revocation list by {Issuer} is not by the key of {issuer.Subject}.");
        }

        if (issuer is not null && !CertificateFields.Of(issuer).Allows(KeyUse.RevocationListSigning))
        {
            throw new CryptographyException(
                CryptographyError.CertificateKeyUsage,
                $"The KeyUsage of certificate {issuer.Subject} does not allow to sign revocation lists; cRLSign is needed.");
        }

        if (_revoked.TryGetValue(Convert.ToHexString(subject.SerialNumber.Span), out DateTimeOffset since))
        {
            throw new CryptographyException(
                CryptographyError.CertificateRevoked,
                $"Certificate {subject.SubjectText} (serial {Convert.ToHexString(subject.SerialNumber.Span)}) is revoked since {Instant.Text(since)}, says "
                    + $"the list of {Instant.Text(ThisUpdate)} by {Issuer}.");
        }

        if (ThisUpdate - options.ValidAt > options.ClockSkew || (NextUpdate is { } next && options.ValidAt - next > options.ClockSkew))
        {
            throw new CryptographyException(
                CryptographyError.CertificateRevocationListExpired,
                $"The revocation list by {Issuer} holds from {Instant.Text(ThisUpdate)} to {(NextUpdate is { } end ? Instant.Text(end) : "no stated end")}; "
                    + $"the time of the check is {Instant.Text(options.ValidAt)}.");
        }
    }
}
