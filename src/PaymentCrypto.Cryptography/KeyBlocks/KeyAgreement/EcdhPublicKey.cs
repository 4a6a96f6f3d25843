using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>
/// A peer's public key for a key agreement. It exists only as a point that is on its curve: a point off the curve would leak bits of
/// the private key with every agreement (invalid curve attack), so curves must be named, never given by parameters.
/// </summary>
public sealed class EcdhPublicKey
{
    private EcdhPublicKey(string curveOid, byte[] x, byte[] y)
    {
        CurveOid = curveOid;
        Parameters = new ECParameters
        {
            Curve = ECCurve.CreateFromValue(curveOid),
            Q = new ECPoint { X = x, Y = y },
        };
    }

    /// <summary>Identifier of the curve, dotted.</summary>
    public string CurveOid { get; }

    /// <summary>Name of the curve: P-256, P-384 or P-521.</summary>
    public string Curve => Oids.NameOf(CurveOid);

    internal ECParameters Parameters { get; }

    /// <summary>The public key of a certificate.</summary>
    /// <param name="certificate">The peer's certificate; check it first.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificateKeyUsage"/>, <see cref="CryptographyError.KeyAgreementCurve"/> or
    /// <see cref="CryptographyError.KeyAgreementPublicKey"/>.
    /// </exception>
    public static EcdhPublicKey Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        CertificateCheck.RequireKeyAgreement(certificate);
        byte[] encoded;
        try
        {
            encoded = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        }
        catch (CryptographicException error)
        {
            throw Malformed($"The public key of certificate {certificate.Subject} can't be read: {error.Message}", error);
        }

        return Parse(encoded);
    }

    /// <summary>Reads a public key.</summary>
    /// <param name="subjectPublicKeyInfo">SubjectPublicKeyInfo (RFC 5480), DER; the point uncompressed or compressed.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.KeyAgreementCurve"/>: no elliptic curve key, or another curve than P-256, P-384 and P-521, or a curve
    /// given by parameters; <see cref="CryptographyError.KeyAgreementPublicKey"/>: malformed, or not a point of the curve.
    /// </exception>
    public static EcdhPublicKey Parse(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        var outer = new Asn1Cursor(subjectPublicKeyInfo.ToArray(), CryptographyError.KeyAgreementPublicKey, "public key", AsnEncodingRules.DER);
        Asn1Cursor sequence = outer.Sequence("SubjectPublicKeyInfo");
        outer.End();
        Asn1Cursor algorithm = sequence.Sequence("algorithm");
        byte[] point = sequence.BitString("subjectPublicKey");
        sequence.End();
        string oid = algorithm.Oid("algorithm");
        if (oid != Oids.EcPublicKey)
        {
            throw new CryptographyException(
                CryptographyError.KeyAgreementCurve, $"The peer's key is of type {Oids.NameOf(oid)}; a key agreement needs an elliptic curve key.");
        }

        if (!algorithm.Next(Asn1Tag.ObjectIdentifier))
        {
            throw new CryptographyException(
                CryptographyError.KeyAgreementCurve, "The peer's key gives its curve by parameters or not at all; P-256, P-384 or P-521 has to be named.");
        }

        string curve = algorithm.Oid("namedCurve");
        algorithm.End();
        return FromPoint(curve, point);
    }

    private static EcdhPublicKey FromPoint(string curveOid, byte[] encodedPoint)
    {
        NistCurve curve = NistCurve.Of(curveOid) ?? throw new CryptographyException(
            CryptographyError.KeyAgreementCurve, $"The peer's key is on the curve {Oids.NameOf(curveOid)}; P-256, P-384 or P-521 is needed.");
        if (!curve.Fits(encodedPoint))
        {
            string begins = encodedPoint is [byte first, ..] ? $" and begins with {first:X2}" : string.Empty;
            throw Malformed(
                $"The peer's point is {encodedPoint.Length} bytes long{begins}; on {Oids.NameOf(curveOid)} an uncompressed point has "
                    + $"{1 + (2 * curve.FieldLength)} bytes and begins with 04, and a compressed one has {1 + curve.FieldLength} and begins with 02 or 03.");
        }

        return curve.Point(encodedPoint) is var (x, y)
            ? new EcdhPublicKey(curveOid, x, y)
            : throw Malformed($"The peer's public key is not a point of the curve {Oids.NameOf(curveOid)}.");
    }

    private static CryptographyException Malformed(string message, Exception? error = null) => new(CryptographyError.KeyAgreementPublicKey, message, error);
}
