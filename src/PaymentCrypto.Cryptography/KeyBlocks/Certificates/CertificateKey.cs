using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>The public key of a certificate: which type it is, how strong it is, and whether a private key belongs to it.</summary>
public static class CertificateKey
{
    /// <summary>The type of the certificate's public key.</summary>
    /// <param name="certificate">The certificate to look at.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateKeyType"/>: another algorithm, modulus length or curve.</exception>
    public static CertificateKeyType TypeOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        string? algorithm = certificate.PublicKey.Oid.Value;
        (CertificateKeyType? type, string? found) = algorithm switch
        {
            Oids.RsaEncryption => RsaType(ModulusBits(certificate)),
            Oids.EcPublicKey => CurveType(NamedCurve(certificate)),
            _ => (null, Oids.NameOf(algorithm ?? "no algorithm")),
        };
        return type ?? throw new CryptographyException(
            CryptographyError.CertificateKeyType,
            $"The public key of certificate {certificate.Subject} is {found}; RSA with 2048, 3072 or 4096 bits or P-256, P-384 or P-521 is needed.");
    }

    /// <summary>Whether an RSA private key belongs to the certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="key">The key pair; only its public part is read.</param>
    public static bool Matches(X509Certificate2 certificate, RSA key)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(key);
        return certificate.PublicKey.Oid.Value == Oids.RsaEncryption
            && certificate.PublicKey.EncodedKeyValue.RawData.AsSpan().SequenceEqual(key.ExportRSAPublicKey());
    }

    /// <summary>The RSA public key of a certificate, on loan.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateKeyType"/>: the certificate holds no RSA key.</exception>
    internal static RsaPublicKeyLease Rsa(X509Certificate2 certificate, string role)
    {
        try
        {
            return RsaPublicKeyLease.Take(certificate) ?? throw new CryptographyException(
                CryptographyError.CertificateKeyType,
                $"The {role} certificate {certificate.Subject} has a key of type {Oids.NameOf(certificate.PublicKey.Oid.Value ?? "?")}; RSA is needed.");
        }
        catch (CryptographicException error)
        {
            throw new CryptographyException(
                CryptographyError.CertificateKeyType, $"The RSA key of the {role} certificate {certificate.Subject} can't be read: {error.Message}", error);
        }
    }

    /// <summary>
    /// Whether an issuer with the one key may certify the other: never a stronger key than its own, and elliptic curve keys only
    /// under elliptic curve keys. Strengths across algorithms are those of NIST SP 800-57 part 1 table 2.
    /// </summary>
    internal static bool MayCertify(CertificateKeyType issuer, CertificateKeyType subject) =>
        (IsRsa(subject) || !IsRsa(issuer)) && StrengthBits(issuer) >= StrengthBits(subject);

    private static bool IsRsa(CertificateKeyType type) => type <= CertificateKeyType.Rsa4096;

    private static int StrengthBits(CertificateKeyType type) => type switch
    {
        CertificateKeyType.Rsa2048 => 112,
        CertificateKeyType.Rsa3072 or CertificateKeyType.EccNistP256 => 128,
        CertificateKeyType.Rsa4096 => 152,
        CertificateKeyType.EccNistP384 => 192,
        _ => 256,
    };

    private static (CertificateKeyType? Type, string Found) RsaType(int bits) => bits switch
    {
        2048 => (CertificateKeyType.Rsa2048, ""),
        3072 => (CertificateKeyType.Rsa3072, ""),
        4096 => (CertificateKeyType.Rsa4096, ""),
        _ => (null, string.Create(CultureInfo.InvariantCulture, $"RSA with {bits} bits")),
    };

    private static (CertificateKeyType? Type, string Found) CurveType(string? curve) => curve switch
    {
        Oids.NistP256 => (CertificateKeyType.EccNistP256, ""),
        Oids.NistP384 => (CertificateKeyType.EccNistP384, ""),
        Oids.NistP521 => (CertificateKeyType.EccNistP521, ""),
        null => (null, "on a curve given by its parameters"),
        _ => (null, $"on the curve {curve}"),
    };

    private static int ModulusBits(X509Certificate2 certificate)
    {
        Asn1Cursor key =
            new Asn1Cursor(certificate.PublicKey.EncodedKeyValue.RawData, CryptographyError.CertificateKeyType, "RSA public key").Sequence("RSAPublicKey");
        ReadOnlySpan<byte> modulus = key.Integer("modulus").Span.TrimStart((byte)0);
        return modulus.IsEmpty ? 0 : (modulus.Length * 8) - byte.LeadingZeroCount(modulus[0]);
    }

    private static string? NamedCurve(X509Certificate2 certificate)
    {
        byte[] parameters = certificate.PublicKey.EncodedParameters.RawData;
        return parameters is [0x06, ..]
            ? new Asn1Cursor(parameters, CryptographyError.CertificateKeyType, "public key").Oid("namedCurve")
            : null;
    }
}
