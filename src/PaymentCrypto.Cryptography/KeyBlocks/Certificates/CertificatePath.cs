using System.Globalization;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Pkix;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>
/// What issuers demand of all that stands below them (RFC 5280 6.1.4): how many issuers there may be, and how they may be called. An
/// authority that was given one customer's names must not vouch for those of another.
/// </summary>
internal static class CertificatePath
{
    /// <summary>Checks the limits of length and of names. Signatures and validity are not looked at.</summary>
    /// <param name="path">The certificate, its issuer, the issuer's issuer and so on, as far as they are known.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificatePathLength"/>, <see cref="CryptographyError.CertificateNameConstraint"/> or
    /// <see cref="CryptographyError.CertificateMalformed"/>.
    /// </exception>
    public static void Check(IReadOnlyList<CertificateFields> path)
    {
        CheckLength(path);
        CheckNames(path);
    }

    private static void CheckLength(IReadOnlyList<CertificateFields> path)
    {
        int below = 0;
        for (int index = 1; index < path.Count; index++)
        {
            CertificateFields issuer = path[index];
            if (issuer.PathLength < below)
            {
                throw new CryptographyException(CryptographyError.CertificatePathLength, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Certificate {issuer.SubjectText} allows {issuer.PathLength} issuers below itself (pathLenConstraint); {path[0].SubjectText} stands "
                        + $"below {below} more."));
            }

            // The self-issued ones, with which an authority changes its key, do not count (RFC 5280 4.2.1.9).
            below += issuer.IsSelfIssued ? 0 : 1;
        }
    }

    private static void CheckNames(IReadOnlyList<CertificateFields> path)
    {
        if (path.All(certificate => certificate.NameConstraints is null))
        {
            return;
        }

        var allowed = new PkixNameConstraintValidator();
        for (int index = path.Count - 1; index >= 0; index--)
        {
            CertificateFields certificate = path[index];
            if (index == 0 || !certificate.IsSelfIssued)
            {
                CheckNames(certificate, allowed);
            }

            if (index > 0 && certificate.NameConstraints is { } encoded)
            {
                Add(encoded, allowed, certificate);
            }
        }
    }

    private static void CheckNames(CertificateFields certificate, PkixNameConstraintValidator allowed)
    {
        foreach (GeneralName name in NamesOf(certificate))
        {
            try
            {
                allowed.CheckPermittedName(name);
                allowed.CheckExcludedName(name);
            }
            catch (Exception error) when (error is PkixNameConstraintValidatorException or ArgumentException or InvalidOperationException)
            {
                throw new CryptographyException(
                    CryptographyError.CertificateNameConstraint,
                    $"The name constraints of its issuers do not allow certificate {certificate.SubjectText} to be called {TextOf(name)}.",
                    error);
            }
        }
    }

    /// <summary>The subject, an e-mail address in it (RFC 5280 4.2.1.10), and the alternative names.</summary>
    private static List<GeneralName> NamesOf(CertificateFields certificate) => Read(certificate, () =>
    {
        var subject = X509Name.GetInstance(certificate.Subject.ToArray());
        List<GeneralName> names = [];
        if (subject.GetOidList().Count > 0)
        {
            names.Add(new GeneralName(subject));
        }

        names.AddRange(subject.GetValueList(X509Name.EmailAddress).Select(address => new GeneralName(GeneralName.Rfc822Name, address)));
        if (certificate.AlternativeNames is { } encoded)
        {
            names.AddRange(GeneralNames.GetInstance(Asn1Object.FromByteArray(encoded.ToArray())).GetNames());
        }

        return names;
    });

    private static void Add(ReadOnlyMemory<byte> encoded, PkixNameConstraintValidator allowed, CertificateFields issuer) => Read(issuer, () =>
    {
        var constraints = NameConstraints.GetInstance(Asn1Object.FromByteArray(encoded.ToArray()));
        if (constraints.PermittedSubtreesValue is { } permitted)
        {
            allowed.IntersectPermittedSubtree((Asn1Sequence)permitted.ToAsn1Object());
        }

        if (constraints.ExcludedSubtreesValue is { } excluded)
        {
            foreach (Asn1Encodable subtree in (Asn1Sequence)excluded.ToAsn1Object())
            {
                allowed.AddExcludedSubtree(GeneralSubtree.GetInstance(subtree));
            }
        }

        return true;
    });

    private static T Read<T>(CertificateFields certificate, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ArgumentException or IOException or InvalidOperationException or InvalidCastException)
        {
            throw new CryptographyException(
                CryptographyError.CertificateMalformed,
                $"The names or name constraints of certificate {certificate.SubjectText} can't be read: {error.Message}", error);
        }
    }

    private static string TextOf(GeneralName name) => name.TagNo == GeneralName.DirectoryName
        ? CertificateName.Decode(name.Name.ToAsn1Object().GetDerEncoded())
        : name.Name.ToString() ?? "";
}
