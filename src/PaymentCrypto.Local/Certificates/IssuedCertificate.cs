using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Local.Certificates;

/// <summary>
/// What a certificate authority says in a certificate, and how it is written (RFC 5280 4.1). .NET's CertificateRequest writes the same
/// bytes, but has OpenSSL read each certificate back for its caller, which takes longer than all the rest but the signature.
/// </summary>
internal sealed class IssuedCertificate
{
    // The years that UTCTime can express (RFC 5280 4.1.2.5.1); a clock offset may lead beyond either end.
    private const int FirstYearOfUtcTime = 1950;
    private const int LastYearOfUtcTime = 2049;

    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 3);

    /// <summary>The serial number: the content of a positive DER INTEGER.</summary>
    public required byte[] SerialNumber { get; init; }

    /// <summary>The name of the authority.</summary>
    public required X500DistinguishedName Issuer { get; init; }

    /// <summary>From when it is valid, to the second.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Until when it is valid, to the second.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Whose key it is.</summary>
    public required X500DistinguishedName Subject { get; init; }

    /// <summary>The key, as DER SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>In this order.</summary>
    public required IReadOnlyList<X509Extension> ExtensionsInOrder { get; init; }

    /// <summary>Signs it.</summary>
    /// <returns>The certificate in DER.</returns>
    public byte[] Sign(X509SignatureGenerator signer, HashAlgorithmName hash)
    {
        byte[] algorithm = signer.GetSignatureAlgorithmIdentifier(hash);
        byte[] toBeSigned = ToBeSigned(algorithm);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            writer.WriteEncodedValue(algorithm);
            writer.WriteBitString(signer.SignData(toBeSigned, hash));
        }

        return writer.Encode();
    }

    private byte[] ToBeSigned(byte[] algorithm)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Version))
            {
                // v3
                writer.WriteInteger(2);
            }

            writer.WriteInteger(SerialNumber);
            writer.WriteEncodedValue(algorithm);
            writer.WriteEncodedValue(Issuer.RawData);
            using (writer.PushSequence())
            {
                WriteTime(writer, NotBefore);
                WriteTime(writer, NotAfter);
            }

            writer.WriteEncodedValue(Subject.RawData);
            writer.WriteEncodedValue(PublicKey);
            using (writer.PushSequence(Extensions))
            using (writer.PushSequence())
            {
                foreach (X509Extension extension in ExtensionsInOrder)
                {
                    WriteExtension(writer, extension);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.UtcDateTime.Year is >= FirstYearOfUtcTime and <= LastYearOfUtcTime)
        {
            writer.WriteUtcTime(time, LastYearOfUtcTime);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }

    private static void WriteExtension(AsnWriter writer, X509Extension extension)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(extension.Oid!.Value!);
            if (extension.Critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(extension.RawData);
        }
    }
}
