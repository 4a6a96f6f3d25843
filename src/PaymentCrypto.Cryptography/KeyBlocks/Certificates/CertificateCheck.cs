using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>
/// Checks one certificate against its direct issuer, as the service does for certificates that are handed over with a request:
/// name, signature, validity, strength and what their extensions say. Extensions are not asked for, but what is there counts. The trust
/// store of the machine is never consulted: trust comes from the issuer that the caller names.
/// </summary>
public static class CertificateCheck
{
    /// <summary>
    /// Checks that <paramref name="issuer"/> issued <paramref name="certificate"/> and that both are valid. The issuer's own
    /// certificate passes as its own leaf.
    /// </summary>
    /// <param name="certificate">The certificate to check.</param>
    /// <param name="issuer">The certificate of the direct issuer, already trusted by the caller.</param>
    /// <param name="options">The instant and the strictness.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificateIssuerMismatch"/>, <see cref="CryptographyError.CertificateSignature"/>,
    /// <see cref="CryptographyError.CertificateSignatureAlgorithm"/>, <see cref="CryptographyError.CertificateNotYetValid"/>,
    /// <see cref="CryptographyError.CertificateExpired"/>, <see cref="CryptographyError.CertificateNotAuthority"/>,
    /// <see cref="CryptographyError.CertificateStrength"/>, <see cref="CryptographyError.CertificateKeyType"/>,
    /// <see cref="CryptographyError.CertificateExtension"/>, <see cref="CryptographyError.CertificateNameConstraint"/> or
    /// <see cref="CryptographyError.CertificateMalformed"/>.
    /// </exception>
    public static void VerifyIssuedBy(X509Certificate2 certificate, X509Certificate2 issuer, CertificateCheckOptions options) =>
        VerifyIssuedBy(certificate, [issuer], options);

    /// <summary>
    /// Checks that the first of <paramref name="issuers"/> issued <paramref name="certificate"/>, that both are valid, and that they keep
    /// to the limits of length and of names that the issuers above set.
    /// </summary>
    /// <param name="certificate">The certificate to check.</param>
    /// <param name="issuers">The direct issuer, trusted by the caller, then its issuer and so on, each checked when it was taken.</param>
    /// <param name="options">The instant and the strictness.</param>
    /// <exception cref="CryptographyException">
    /// As with one issuer, and <see cref="CryptographyError.CertificatePathLength"/>.
    /// </exception>
    public static void VerifyIssuedBy(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers, CertificateCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(issuers);
        ArgumentOutOfRangeException.ThrowIfZero(issuers.Count);
        VerifyDirectIssuer(certificate, issuers[0], options);
        if (!certificate.RawDataMemory.Span.SequenceEqual(issuers[0].RawDataMemory.Span))
        {
            CertificatePath.Check([CertificateFields.Of(certificate), .. issuers.Select(CertificateFields.Of)]);
        }
    }

    private static void VerifyDirectIssuer(X509Certificate2 certificate, X509Certificate2 issuer, CertificateCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(options);
        var subject = CertificateFields.Of(certificate);
        VerifyValidity(subject, options);
        if (certificate.RawDataMemory.Span.SequenceEqual(issuer.RawDataMemory.Span))
        {
            return;
        }

        var authority = CertificateFields.Of(issuer);
        if (!CertificateName.AreSame(subject.Issuer.Span, authority.Subject.Span))
        {
            throw new CryptographyException(
                CryptographyError.CertificateIssuerMismatch,
                $"Certificate {subject.SubjectText} names the issuer {subject.IssuerText}; the issuer given is {authority.SubjectText}.");
        }

        if (authority.IsAuthority == false)
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotAuthority,
                $"Certificate {authority.SubjectText} says CA:FALSE in its BasicConstraints; it can't issue {subject.SubjectText}.");
        }

        RequireCertificateSigning(authority);
        RequireKnownExtensions(subject);
        RequireKnownExtensions(authority);
        if (authority.IsAuthority is null && !authority.IsSelfIssued)
        {
            // Roots are trusted by whoever brings them; an intermediate without the extension is a leaf (RFC 5280 6.1.4 k).
            throw new CryptographyException(
                CryptographyError.CertificateNotAuthority,
                $"Certificate {authority.SubjectText}, issued by {authority.IssuerText}, has no BasicConstraints with CA:TRUE; it can't issue "
                    + $"{subject.SubjectText}.");
        }

        VerifyValidity(authority, options);
        VerifySignature(subject, issuer, authority.SubjectText);
        if (options.EnforceStrength)
        {
            VerifyStrength(CertificateKey.TypeOf(issuer), CertificateKey.TypeOf(certificate), subject.SubjectText);
        }
    }

    /// <summary>
    /// Checks a root: signed by its own key, valid, a key type that the service knows, and CA:TRUE when it has BasicConstraints.
    /// </summary>
    /// <param name="certificate">The root certificate.</param>
    /// <param name="options">The instant and the strictness.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificateNotSelfSigned"/>, <see cref="CryptographyError.CertificateNotAuthority"/>,
    /// <see cref="CryptographyError.CertificateNotYetValid"/>, <see cref="CryptographyError.CertificateExpired"/>,
    /// <see cref="CryptographyError.CertificateKeyType"/>, <see cref="CryptographyError.CertificateSignatureAlgorithm"/> or
    /// <see cref="CryptographyError.CertificateMalformed"/>.
    /// </exception>
    public static void VerifyRoot(X509Certificate2 certificate, CertificateCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(options);
        var root = CertificateFields.Of(certificate);
        CertificateKey.TypeOf(certificate);
        VerifyValidity(root, options);
        if (!root.IsSelfIssued)
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotSelfSigned, $"Certificate {root.SubjectText} was issued by {root.IssuerText}; a root names itself as issuer.");
        }

        if (!root.Signed.IsSignedBy(certificate))
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotSelfSigned, $"The signature of certificate {root.SubjectText} is not by its own key; a root signs itself.");
        }

        if (root.IsAuthority == false)
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotAuthority, $"Root certificate {root.SubjectText} says CA:FALSE in its BasicConstraints; CA:TRUE is needed.");
        }

        RequireCertificateSigning(root);
        RequireKnownExtensions(root);
    }

    /// <summary>Checks that the certificate is valid at the instant given; nothing else.</summary>
    /// <param name="certificate">The certificate to check.</param>
    /// <param name="options">The instant and the clock skew.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificateNotYetValid"/>, <see cref="CryptographyError.CertificateExpired"/> or
    /// <see cref="CryptographyError.CertificateMalformed"/>.
    /// </exception>
    public static void VerifyValidity(X509Certificate2 certificate, CertificateCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(options);
        VerifyValidity(CertificateFields.Of(certificate), options);
    }

    /// <summary>Checks that KeyUsage, where the certificate has one, allows to sign messages.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateKeyUsage"/>.</exception>
    internal static void RequireSigning(X509Certificate2 certificate) =>
        Require(certificate, "to sign; digitalSignature is needed", KeyUse.DigitalSignature, KeyUse.ContentCommitment);

    /// <summary>Checks that KeyUsage, where the certificate has one, allows to wrap keys.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateKeyUsage"/>.</exception>
    internal static void RequireKeyEncipherment(X509Certificate2 certificate) =>
        Require(certificate, "to wrap keys for it; keyEncipherment is needed", KeyUse.KeyEncipherment);

    /// <summary>Checks that KeyUsage, where the certificate has one, allows to agree on keys.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateKeyUsage"/>.</exception>
    internal static void RequireKeyAgreement(X509Certificate2 certificate) =>
        Require(certificate, "to agree on keys; keyAgreement is needed", KeyUse.KeyAgreement);

    private static void Require(X509Certificate2 certificate, string need, params KeyUse[] uses)
    {
        var fields = CertificateFields.Of(certificate);
        if (!fields.Allows(uses))
        {
            throw new CryptographyException(CryptographyError.CertificateKeyUsage, $"The KeyUsage of certificate {fields.SubjectText} does not allow {need}.");
        }
    }

    internal static void RequireCertificateSigning(CertificateFields authority)
    {
        if (!authority.Allows(KeyUse.CertificateSigning))
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotAuthority,
                $"The KeyUsage of certificate {authority.SubjectText} does not allow to sign certificates; an issuer needs keyCertSign.");
        }
    }

    internal static void RequireKnownExtensions(CertificateFields certificate)
    {
        if (certificate.UnknownCritical is { } oid)
        {
            throw new CryptographyException(
                CryptographyError.CertificateExtension,
                $"Certificate {certificate.SubjectText} has the critical extension {oid}, which is not known here; what it demands can't be checked.");
        }
    }

    internal static void VerifyValidity(CertificateFields certificate, CertificateCheckOptions options)
    {
        // Differences of instants, not sums: an instant at either end of the calendar must not overflow.
        if (certificate.NotBefore - options.ValidAt > options.ClockSkew)
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotYetValid,
                $"Certificate {certificate.SubjectText} is valid from {Instant.Text(certificate.NotBefore)}; the time of the check is "
                    + $"{Instant.Text(options.ValidAt)}.");
        }

        if (options.ValidAt - certificate.NotAfter > options.ClockSkew)
        {
            throw new CryptographyException(
                CryptographyError.CertificateExpired,
                $"Certificate {certificate.SubjectText} expired at {Instant.Text(certificate.NotAfter)}; the time of the check is "
                    + $"{Instant.Text(options.ValidAt)}.");
        }
    }

    internal static void VerifySignature(CertificateFields certificate, X509Certificate2 issuer, string issuerText)
    {
        if (!certificate.Signed.IsSignedBy(issuer))
        {
            throw new CryptographyException(
                CryptographyError.CertificateSignature,
                $"The signature of certificate {certificate.SubjectText} is not by the key of {issuerText}: another issuer with the same name, or a changed "
                    + "certificate.");
        }
    }

    internal static void VerifyStrength(CertificateKeyType issuer, CertificateKeyType subject, string subjectText)
    {
        if (!CertificateKey.MayCertify(issuer, subject))
        {
            throw new CryptographyException(
                CryptographyError.CertificateStrength,
                $"Certificate {subjectText} has a key of type {subject}, its issuer one of type {issuer}; an issuer may only certify keys as strong as its "
                    + "own or weaker, and elliptic curve keys only with an elliptic curve key.");
        }
    }
}
