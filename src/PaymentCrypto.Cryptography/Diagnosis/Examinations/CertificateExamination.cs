using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>
/// Every check of a certificate against its issuers: key, validity, issuer's name, authority, extensions, signature, strength, limits, purpose.
/// </summary>
public static class CertificateExamination
{
    /// <summary>Examines certificates that were sent together: the leaf, wherever it stands, against the others and the issuers given.</summary>
    /// <param name="certificates">One certificate, or a chain in any order.</param>
    /// <param name="issuers">Certificates of authorities that are trusted.</param>
    /// <param name="purpose">What the leaf is to do.</param>
    /// <param name="options">The instant and the strictness.</param>
    /// <returns>The findings, the first cause first.</returns>
    public static IReadOnlyList<ExchangeFinding> Examine(
        IReadOnlyList<X509Certificate2> certificates, IReadOnlyList<X509Certificate2> issuers, CertificatePurpose purpose, CertificateCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(issuers);
        ArgumentNullException.ThrowIfNull(options);
        var examination = new Examination();
        if (certificates.Count == 0)
        {
            examination.Unknown(nameof(CryptographyError.CertificateCount), "No certificate was given.");
            return examination.Findings;
        }

        X509Certificate2 leaf = Leaf(certificates, examination);
        try
        {
            Examine(leaf, [.. certificates.Where(other => other != leaf), .. issuers], purpose, options, examination);
        }
        catch (CryptographyException error)
        {
            examination.Fail(error);
        }

        return examination.Findings;
    }

    private static X509Certificate2 Leaf(IReadOnlyList<X509Certificate2> certificates, Examination examination)
    {
        if (certificates.Count == 1)
        {
            return certificates[0];
        }

        X509Certificate2[] leaves = certificates.Where(certificate => !certificates.Any(other => other != certificate && Names(certificate, other))).ToArray();
        if (leaves.Length == 1)
        {
            examination.Pass(nameof(CryptographyError.CertificateCount),
                string.Create(CultureInfo.InvariantCulture, $"A chain of {certificates.Count} certificates, with {leaves[0].Subject} at its end."));
            return leaves[0];
        }

        examination.Fail(
            nameof(CryptographyError.CertificateCount),
            string.Create(CultureInfo.InvariantCulture,
                $"There are {certificates.Count} certificates that make no one chain; this is about the first, {certificates[0].Subject}."),
            "one certificate, or one chain");
        return certificates[0];
    }

    // The issuer of another is no leaf.
    private static bool Names(X509Certificate2 issuer, X509Certificate2 certificate)
        => CertificateName.AreSame(issuer.SubjectName.RawData, certificate.IssuerName.RawData)
            && !CertificateName.AreSame(certificate.SubjectName.RawData, certificate.IssuerName.RawData);

    private static void Examine(
        X509Certificate2 leaf, X509Certificate2[] others, CertificatePurpose purpose, CertificateCheckOptions options, Examination examination)
    {
        var fields = CertificateFields.Of(leaf);
        examination.Try(CryptographyError.CertificateKeyType, $"{fields.SubjectText} has a key of a kind that the service takes.",
            () => CertificateKey.TypeOf(leaf));
        examination.Try(
            CryptographyError.CertificateExpired,
            string.Create(CultureInfo.InvariantCulture, $"Valid from {fields.NotBefore:u} to {fields.NotAfter:u}."),
            () => CertificateCheck.VerifyValidity(fields, options));
        examination.Try(CryptographyError.CertificateExtension, "Its critical extensions are all known.",
            () => CertificateCheck.RequireKnownExtensions(fields));
        ExaminePurpose(leaf, purpose, examination);
        if (Array.Exists(others, other => other.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span)))
        {
            examination.Pass(nameof(CryptographyError.CertificateIssuerMismatch), "It is one of the authorities given.");
        }
        else if (fields.IsSelfIssued)
        {
            ExamineRoot(leaf, purpose, options, examination);
        }
        else
        {
            ExamineIssuer(leaf, fields, others, options, examination);
        }
    }

    private static void ExaminePurpose(X509Certificate2 leaf, CertificatePurpose purpose, Examination examination)
    {
        Action? check = purpose switch
        {
            CertificatePurpose.Signing => () => CertificateCheck.RequireSigning(leaf),
            CertificatePurpose.KeyEncipherment => () => CertificateCheck.RequireKeyEncipherment(leaf),
            CertificatePurpose.KeyAgreement => () => CertificateCheck.RequireKeyAgreement(leaf),
            CertificatePurpose.Authority => () => CertificateCheck.RequireCertificateSigning(CertificateFields.Of(leaf)),
            _ => null,
        };
        if (check is not null)
        {
            examination.Try(CryptographyError.CertificateKeyUsage, "Its KeyUsage allows what it is for.", check);
        }
    }

    private static void ExamineRoot(X509Certificate2 root, CertificatePurpose purpose, CertificateCheckOptions options, Examination examination)
    {
        var fields = CertificateFields.Of(root);
        examination.Try(CryptographyError.CertificateNotSelfSigned, "It is signed by its own key.", () =>
        {
            // What else a root has to be is told by its own check.
            try
            {
                CertificateCheck.VerifyRoot(root, options);
            }
            catch (CryptographyException error) when (error.Error is CryptographyError.CertificateExpired or CryptographyError.CertificateNotYetValid
                or CryptographyError.CertificateExtension or CryptographyError.CertificateKeyType or CryptographyError.CertificateNotAuthority)
            {
                if (!fields.Signed.IsSignedBy(root))
                {
                    throw new CryptographyException(CryptographyError.CertificateNotSelfSigned,
                        $"The signature of certificate {fields.SubjectText} is not by its own key; a root signs itself.");
                }

                if (error.Error == CryptographyError.CertificateNotAuthority && purpose == CertificatePurpose.Authority && fields.IsAuthority == false)
                {
                    throw;
                }
            }
        });
    }

    private static void ExamineIssuer(X509Certificate2 leaf, CertificateFields fields, X509Certificate2[] others, CertificateCheckOptions options,
        Examination examination)
    {
        if (others.Length == 0)
        {
            examination.Unknown(ExchangeCause.CertificateIssuer, $"Issued by {fields.IssuerText}, whose certificate was not given.");
            return;
        }

        X509Certificate2[] named = others.Where(other => CertificateName.AreSame(fields.Issuer.Span, CertificateFields.Of(other).Subject.Span)).ToArray();
        if (named.Length == 0)
        {
            examination.Fail(
                nameof(CryptographyError.CertificateIssuerMismatch),
                $"Certificate {fields.SubjectText} names the issuer {fields.IssuerText}; given {(others.Length == 1 ? "is" : "are")} "
                    + $"{string.Join(", ", others.Select(static other => CertificateFields.Of(other).SubjectText))}.",
                fields.IssuerText);
            return;
        }

        // Of several with one name the one whose key has signed.
        X509Certificate2 issuer = named.FirstOrDefault(other => IsSignedBy(fields, other)) ?? named[0];
        var authority = CertificateFields.Of(issuer);
        examination.Pass(nameof(CryptographyError.CertificateIssuerMismatch), $"Issued by {authority.SubjectText}.");
        examination.Try(CryptographyError.CertificateNotAuthority, "The issuer is an authority.", () => RequireAuthority(authority));
        examination.Try(CryptographyError.CertificateExtension, "The issuer's critical extensions are all known.",
            () => CertificateCheck.RequireKnownExtensions(authority));
        examination.Try(CryptographyError.CertificateExpired, "The issuer is valid.", () => CertificateCheck.VerifyValidity(authority, options));
        examination.Try(CryptographyError.CertificateSignature, "The issuer has signed it.",
            () => CertificateCheck.VerifySignature(fields, issuer, authority.SubjectText));
        if (options.EnforceStrength)
        {
            examination.Try(
                CryptographyError.CertificateStrength,
                "The issuer's key is strong enough.",
                () => CertificateCheck.VerifyStrength(CertificateKey.TypeOf(issuer), CertificateKey.TypeOf(leaf), fields.SubjectText));
        }

        examination.Try(CryptographyError.CertificatePathLength, "It keeps to the limits of its issuers.",
            () => CertificatePath.Check([fields, .. Path(authority, others)]));
    }

    private static bool IsSignedBy(CertificateFields fields, X509Certificate2 issuer)
    {
        try
        {
            return fields.Signed.IsSignedBy(issuer);
        }
        catch (CryptographyException)
        {
            return false;
        }
    }

    private static void RequireAuthority(CertificateFields authority)
    {
        CertificateCheck.RequireCertificateSigning(authority);
        if (authority.IsAuthority == false || (authority.IsAuthority is null && !authority.IsSelfIssued))
        {
            throw new CryptographyException(
                CryptographyError.CertificateNotAuthority,
                $"Certificate {authority.SubjectText} "
                    + $"{(authority.IsAuthority is null ? "has no BasicConstraints with CA:TRUE" : "says CA:FALSE in its BasicConstraints")}; it can't "
                    + "issue others.");
        }
    }

    private static List<CertificateFields> Path(CertificateFields authority, X509Certificate2[] others)
    {
        List<CertificateFields> path = [authority];
        while (!path[^1].IsSelfIssued && path.Count <= others.Length
            && Array.Find(others, other => CertificateName.AreSame(path[^1].Issuer.Span, CertificateFields.Of(other).Subject.Span)) is { } next)
        {
            path.Add(CertificateFields.Of(next));
        }

        return path;
    }
}
