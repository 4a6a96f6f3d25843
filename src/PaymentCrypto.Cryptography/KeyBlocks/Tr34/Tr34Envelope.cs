using System.Formats.Asn1;
using System.Globalization;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The EnvelopedData of a key token (RFC 5652 section 6), with or without its outer SEQUENCE, ciphertext in either place.</summary>
internal sealed class Tr34Envelope
{
    private static readonly Asn1Tag CiphertextTag = new(TagClass.ContextSpecific, 0);

    private Tr34Envelope(ReadOnlyMemory<byte> contents)
    {
        var body = new Asn1Cursor(contents, CryptographyError.Tr34Malformed, "EnvelopedData");
        if (body.Next(Asn1Tag.Sequence))
        {
            HasOuterSequence = true;
            Asn1Cursor outer = body;
            body = outer.Sequence("EnvelopedData");
            outer.End();
        }

        Version = body.SmallInteger("version");
        Asn1Cursor recipients = body.SetOf("recipientInfos");
        ReadRecipient(recipients);
        if (recipients.HasData)
        {
            throw new CryptographyException(CryptographyError.Tr34RecipientCount, "The envelope has more than one recipient; a key token has exactly one.");
        }

        Asn1Cursor content = body.Sequence("encryptedContentInfo");
        string type = content.Oid("contentType");
        if (type != Oids.Data)
        {
            throw new CryptographyException(
                CryptographyError.Tr34ContentType, $"The envelope holds content of type {Oids.NameOf(type)}; data is expected.");
        }

        Asn1Cursor algorithm = content.Sequence("contentEncryptionAlgorithm");
        CipherOid = algorithm.Oid("cipher");
        InitializationVector = algorithm.OctetString("initialization vector");
        CiphertextInsideAlgorithm = algorithm.HasData;
        Ciphertext = (CiphertextInsideAlgorithm ? algorithm : content).OctetString("encrypted content", CiphertextTag);
        algorithm.End();
        content.End();
        if (body.NextIsContext(1))
        {
            body.Encoded("unprotectedAttrs");
        }

        body.End();
    }

    public int Version { get; }

    public bool HasOuterSequence { get; }

    public bool CiphertextInsideAlgorithm { get; }

    public CertificateIdentifier Recipient { get; private set; } = null!;

    public string KeyTransportOid { get; private set; } = null!;

    /// <summary>The OAEP parameters; null when the key transport is another.</summary>
    public Tr34OaepParameters? Oaep { get; private set; }

    public ReadOnlyMemory<byte> EncryptedKey { get; private set; }

    public string CipherOid { get; }

    public ReadOnlyMemory<byte> InitializationVector { get; }

    public ReadOnlyMemory<byte> Ciphertext { get; }

    public Tr34Dialect Dialect => (HasOuterSequence, CiphertextInsideAlgorithm, Oaep?.Tagged ?? false) switch
    {
        (false, true, _) => Tr34Dialect.Aws,
        (true, true, _) => Tr34Dialect.AnnexB,
        (false, false, _) => Tr34Dialect.Futurex,
        (true, false, false) => Tr34Dialect.AnnexBRepaired,
        (true, false, true) => Tr34Dialect.StrictCms,
    };

    public static Tr34Envelope Read(ReadOnlyMemory<byte> contents) => new(contents);

    private void ReadRecipient(Asn1Cursor recipients)
    {
        if (!recipients.HasData)
        {
            throw new CryptographyException(CryptographyError.Tr34RecipientCount, "The envelope has no recipient; a key token has exactly one.");
        }

        if (!recipients.Next(Asn1Tag.Sequence))
        {
            throw new CryptographyException(CryptographyError.Tr34KeyTransport, string.Create(
                CultureInfo.InvariantCulture,
                $"The recipient has the tag 0x{recipients.PeekEncoded("recipientInfo").Span[0]:X2}; TR-34 knows key transport only, a SEQUENCE (0x30)."));
        }

        Asn1Cursor recipient = recipients.Sequence("recipientInfo");
        recipient.SmallInteger("version");
        Recipient = CertificateIdentifier.Read(recipient, "recipient issuerAndSerialNumber");
        Asn1Cursor algorithm = recipient.Sequence("keyEncryptionAlgorithm");
        KeyTransportOid = algorithm.Oid("key transport");
        if (KeyTransportOid == Oids.RsaesOaep)
        {
            Oaep = Tr34OaepParameters.Read(algorithm);
            algorithm.End();
        }

        EncryptedKey = recipient.OctetString("encryptedKey");
        recipient.End();
    }
}
