using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>Writes key tokens: the signed frame around <see cref="Tr34EnvelopeWriter"/>.</summary>
internal static class Tr34Writer
{
    private const int MinimumNonceLength = 8;
    private const int MaximumNonceLength = 16;
    private const int FuturexVersion = 73;

    public static byte[] Write(ReadOnlySpan<byte> key, string header, Tr34CreateOptions options)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(options);
        Check(key.Length, header, options);

        var signer = CertificateIdentifier.Of(options.SignerCertificate);
        byte[] envelope = Tr34EnvelopeWriter.Write(key, header, signer, options);
        byte[] attributes = WriteAttributes(header, SHA256.HashData(envelope), options);
        byte[] signature = Sign(attributes, options);
        return WriteToken(envelope, attributes, signature, signer, options);
    }

    private static void Check(int keyLength, string header, Tr34CreateOptions options)
    {
        Tr34Header.Encode(header);
        Tr34Header.CheckKeyLength(header, keyLength);
        if (options.Nonce.IsEmpty != options.SigningTime.HasValue)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                "A key token carries either the receiver's nonce (two-pass) or a signing time (one-pass): give exactly one of them.");
        }

        if (options.Nonce is { IsEmpty: false, Length: < MinimumNonceLength or > MaximumNonceLength } nonce)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, string.Create(
                CultureInfo.InvariantCulture, $"The nonce is {nonce.Length} bytes long; {MinimumNonceLength} to {MaximumNonceLength} are needed."));
        }

        if (options.SigningTime is { UtcDateTime.Year: < 1950 or > 2049 } time)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, string.Create(
                CultureInfo.InvariantCulture, $"The signing time is in the year {time.UtcDateTime.Year}; UTCTime holds 1950 to 2049."));
        }

        if (!Enum.IsDefined(options.Dialect) || (options.Cipher is { } cipher && !Enum.IsDefined(cipher)))
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"There is no dialect {options.Dialect} or no cipher {options.Cipher}.");
        }

        if (!options.RevocationList.IsEmpty)
        {
            CertificateRevocationList.Parse(options.RevocationList);
        }
    }

    /// <summary>
    /// The attributes as a SET: in the order of TR-34 and signed in that order, or sorted when the dialect is strict DER. Only the
    /// tag differs between what is signed and what is sent.
    /// </summary>
    private static byte[] WriteAttributes(string header, byte[] digest, Tr34CreateOptions options)
    {
        // BER leaves a SET OF in the order written; all the rest of BER as it is written here is DER.
        var writer = new AsnWriter(options.Dialect == Tr34Dialect.StrictCms ? AsnEncodingRules.DER : AsnEncodingRules.BER);
        using (writer.PushSetOf())
        {
            WriteAttribute(writer, Oids.ContentType, static values => values.WriteObjectIdentifier(Oids.EnvelopedData));
            if (options.SigningTime is { } time)
            {
                WriteAttribute(writer, Oids.SigningTime, values => values.WriteUtcTime(time, 2049));
            }
            else
            {
                WriteAttribute(writer, Oids.RandomNonce, values => values.WriteOctetString(options.Nonce.Span));
            }

            WriteAttribute(writer, Oids.Data, values => values.WriteOctetString(Tr34Header.Encode(header)));
            WriteAttribute(writer, Oids.MessageDigest, values => values.WriteOctetString(digest));
        }

        return writer.Encode();
    }

    private static void WriteAttribute(AsnWriter writer, string oid, Action<AsnWriter> writeValue)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                writeValue(writer);
            }
        }
    }

    private static byte[] Sign(byte[] attributes, Tr34CreateOptions options)
    {
        // Verified at once with the certificate: shows a key of another certificate, and a signature that a fault has spoilt and
        // that would give the key away.
        CertificateCheck.RequireSigning(options.SignerCertificate);
        using RsaPublicKeyLease lease = CertificateKey.Rsa(options.SignerCertificate, "signing (KDH)");
        try
        {
            byte[] signature = options.SignerPrivateKey.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return lease.Key.VerifyData(attributes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                ? signature
                : throw new CryptographyException(
                    CryptographyError.Tr34SignerKeyMismatch,
                    $"The private key given does not belong to the signing (KDH) certificate {options.SignerCertificate.Subject} (serial "
                        + $"{options.SignerCertificate.SerialNumber}).");
        }
        catch (CryptographicException error)
        {
            throw new CryptographyException(
                CryptographyError.Tr34SignerKeyMismatch,
                $"The signing (KDH) key can't sign: {error.Message} A private key is needed, not only its public half.", error);
        }
    }

    private static byte[] WriteToken(byte[] envelope, byte[] attributes, byte[] signature, CertificateIdentifier signer, Tr34CreateOptions options) =>
        new Tr34SignedDataWriter
        {
            Version = SignedDataVersion(options.Dialect),
            ContentType = Oids.EnvelopedData,
            Content = envelope,
            RevocationList = options.RevocationList,
            WriteSigner = writer => WriteSignerInfo(writer, attributes, signature, signer, options.Dialect),
        }.Write();

    private static void WriteSignerInfo(AsnWriter writer, byte[] attributes, byte[] signature, CertificateIdentifier signer, Tr34Dialect dialect)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(dialect == Tr34Dialect.Futurex ? FuturexVersion : 1);
            signer.Write(writer);
            Tr34SignedDataWriter.WriteSha256(writer);
            byte[] retagged = (byte[])attributes.Clone();
            retagged[0] = 0xA0;
            writer.WriteEncodedValue(retagged);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.RsaEncryption);
                writer.WriteNull();
            }

            writer.WriteOctetString(signature);
        }
    }

    /// <summary>RFC 5652 section 5.1 has 3 where the content is not plain data; TR-34 has 1.</summary>
    private static int SignedDataVersion(Tr34Dialect dialect) => dialect switch
    {
        Tr34Dialect.StrictCms => 3,
        Tr34Dialect.Futurex => FuturexVersion,
        _ => 1,
    };
}
