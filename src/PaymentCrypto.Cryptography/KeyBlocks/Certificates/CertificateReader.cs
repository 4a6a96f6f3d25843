using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>Takes certificates in: DER, PEM, base64 of DER, and base64 of PEM, the service's wire form.</summary>
public static class CertificateReader
{
    /// <summary>The longest input that is read, in characters or bytes: room for a long chain in the wire form.</summary>
    public const int MaximumLength = 256 * 1024;

    private const int MaximumCertificates = 32;
    private const string PemLabel = "CERTIFICATE";

    private static readonly FrameErrors Frame = new(
        CryptographyError.CertificateTooLarge, CryptographyError.CertificateMalformed, CryptographyError.CertificateMalformed,
        CryptographyError.CertificateMalformed);

    /// <summary>Reads exactly one certificate.</summary>
    /// <param name="input">DER, or one of the text forms as ASCII.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CertificateMalformed"/>, <see cref="CryptographyError.CertificateTooLarge"/> or
    /// <see cref="CryptographyError.CertificateCount"/>.
    /// </exception>
    public static X509Certificate2 Read(ReadOnlySpan<byte> input) => Single(ReadAll(input));

    /// <summary>Reads exactly one certificate from text.</summary>
    /// <param name="text">PEM, base64 of PEM, or base64 of DER.</param>
    /// <exception cref="CryptographyException">As <see cref="Read(ReadOnlySpan{byte})"/>.</exception>
    public static X509Certificate2 Read(string text) => Single(ReadAll(text));

    /// <summary>Reads one or more certificates, in the order given.</summary>
    /// <param name="input">DER of one certificate, or one of the text forms as ASCII.</param>
    /// <exception cref="CryptographyException">As <see cref="Read(ReadOnlySpan{byte})"/>.</exception>
    public static IReadOnlyList<X509Certificate2> ReadAll(ReadOnlySpan<byte> input)
    {
        CheckLength(input.Length);
        return input is [0x30, ..] ? [FromDer(input)] : ReadAll(Characters(input));
    }

    /// <summary>Reads one or more certificates from text, in the order given.</summary>
    /// <param name="text">PEM, base64 of PEM, or base64 of the DER of one certificate.</param>
    /// <exception cref="CryptographyException">As <see cref="Read(ReadOnlySpan{byte})"/>.</exception>
    public static IReadOnlyList<X509Certificate2> ReadAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckLength(text.Length);
        if (text.Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            return FromPem(text);
        }

        text = text.Trim('\uFEFF');
        byte[] decoded = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, decoded, out int length) || length == 0)
        {
            throw Malformed("A certificate is given as DER, PEM, or base64 of either; this is none of them.");
        }

        Span<byte> bytes = decoded.AsSpan(0, length);
        return bytes[0] == 0x30 ? [FromDer(bytes)] : FromPem(Characters(bytes));
    }

    /// <summary>RFC 7468 allows data before BEGIN, and a byte order mark is that; Windows also writes UTF-16.</summary>
    private static string Characters(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => Encoding.ASCII.GetString(bytes),
    };

    private static List<X509Certificate2> FromPem(ReadOnlySpan<char> text)
    {
        text = text.Trim('\uFEFF');
        var certificates = new List<X509Certificate2>();
        while (PemEncoding.TryFind(text, out PemFields fields))
        {
            ReadOnlySpan<char> label = text[fields.Label];
            if (!label.SequenceEqual(PemLabel))
            {
                throw Malformed($"The PEM text holds a block labelled {label}; only CERTIFICATE blocks are certificates.");
            }

            if (certificates.Count == MaximumCertificates)
            {
                throw new CryptographyException(CryptographyError.CertificateTooLarge, string.Create(
                    CultureInfo.InvariantCulture, $"The PEM text holds more than {MaximumCertificates} certificates."));
            }

            byte[] der = new byte[fields.DecodedDataLength];
            if (!Convert.TryFromBase64Chars(text[fields.Base64Data], der, out int length))
            {
                throw Malformed("The PEM text holds a block that is not base64.");
            }

            certificates.Add(FromDer(der.AsSpan(0, length)));
            text = text[fields.Location.End..];
        }

        return certificates.Count > 0 ? certificates : throw Malformed("The text holds no complete PEM block labelled CERTIFICATE.");
    }

    /// <summary>The platform's constructor also takes PKCS#7 and PKCS#12; the fields are read here first, so that it gets neither.</summary>
    internal static X509Certificate2 FromDer(ReadOnlySpan<byte> der)
    {
        Asn1Frame.Check(der, MaximumLength, "certificate", Frame);
        CertificateFields.Read(der.ToArray());
        try
        {
            var certificate = new X509Certificate2(der);

            // Fields that the platform reads late: what is wrong with them should show here.
            _ = certificate.PublicKey.Oid;
            _ = certificate.NotAfter;
            _ = certificate.Extensions.Count;
            return certificate;
        }
        catch (CryptographicException error)
        {
            throw Malformed($"The certificate can't be read: {error.Message}", error);
        }
    }

    private static X509Certificate2 Single(IReadOnlyList<X509Certificate2> certificates) => certificates.Count == 1
        ? certificates[0]
        : throw new CryptographyException(CryptographyError.CertificateCount, string.Create(
            CultureInfo.InvariantCulture, $"The input holds {certificates.Count} certificates; exactly one is expected here."));

    private static void CheckLength(int length)
    {
        if (length > MaximumLength)
        {
            throw new CryptographyException(CryptographyError.CertificateTooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The certificate input is {length} long; at most {MaximumLength} are read."));
        }
    }

    private static CryptographyException Malformed(string message, Exception? error = null) => new(CryptographyError.CertificateMalformed, message, error);
}
