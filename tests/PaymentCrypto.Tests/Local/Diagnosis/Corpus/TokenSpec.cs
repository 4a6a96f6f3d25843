using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>A TR-34 token to be written, as strict CMS, for senders with every fault that can be written down.</summary>
internal sealed record TokenSpec
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);

    public required byte[] Key { get; init; }

    public required string Header { get; init; }

    public string? InnerHeader { get; init; }

    public required X509Certificate2 Signer { get; init; }

    public required RSA SignerKey { get; init; }

    public required X509Certificate2 Recipient { get; init; }

    public byte[]? Nonce { get; init; }

    public DateTimeOffset? SigningTime { get; init; }

    public bool AesEnvelope { get; init; }

    public RSAEncryptionPadding Padding { get; init; } = RSAEncryptionPadding.OaepSHA256;

    /// <summary>The hash that the parameters of OAEP state.</summary>
    public string StatedHash { get; init; } = "2.16.840.1.101.3.4.2.1";

    public byte[] Write(Random random)
    {
        byte[] envelope = Envelope(random);
        byte[] attributes = Attributes(envelope);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    Algorithm(writer, "2.16.840.1.101.3.4.2.1");
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.3");
                    using (writer.PushSequence(Zero))
                    {
                        writer.WriteOctetString(envelope);
                    }
                }

                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(1);
                    Identifier(writer, Signer);
                    Algorithm(writer, "2.16.840.1.101.3.4.2.1");
                    byte[] tagged = [.. attributes];
                    tagged[0] = 0xA0;
                    writer.WriteEncodedValue(tagged);
                    Algorithm(writer, "1.2.840.113549.1.1.1");
                    writer.WriteOctetString(SignerKey.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
                }
            }
        }

        return writer.Encode();
    }

    private byte[] Attributes(byte[] envelope)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, "1.2.840.113549.1.9.3", values => values.WriteObjectIdentifier("1.2.840.113549.1.7.3"));
            Attribute(writer, "1.2.840.113549.1.7.1", values => values.WriteOctetString(Encoding.ASCII.GetBytes(Header)));
            Attribute(writer, "1.2.840.113549.1.9.4", values => values.WriteOctetString(SHA256.HashData(envelope)));
            if (Nonce is { } nonce)
            {
                Attribute(writer, "1.2.840.113549.1.9.25.3", values => values.WriteOctetString(nonce));
            }

            if (SigningTime is { } time)
            {
                Attribute(writer, "1.2.840.113549.1.9.5", values => values.WriteUtcTime(time));
            }
        }

        return writer.Encode();
    }

    private byte[] Envelope(Random random)
    {
        byte[] ephemeral = new byte[AesEnvelope ? 16 : 24];
        byte[] iv = new byte[AesEnvelope ? 16 : 8];
        random.NextBytes(ephemeral);
        random.NextBytes(iv);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                Identifier(writer, Recipient);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.1.7");
                    using (writer.PushSequence())
                    {
                        using (writer.PushSequence(Zero))
                        {
                            Algorithm(writer, StatedHash);
                        }

                        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
                        using (writer.PushSequence())
                        {
                            writer.WriteObjectIdentifier("1.2.840.113549.1.1.8");
                            Algorithm(writer, StatedHash);
                        }
                    }
                }

                using RSA recipient = Recipient.GetRSAPublicKey()!;
                writer.WriteOctetString(recipient.Encrypt(ephemeral, Padding));
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(AesEnvelope ? "2.16.840.1.101.3.4.1.2" : "1.2.840.113549.3.7");
                    writer.WriteOctetString(iv);
                }

                writer.WriteOctetString(Ciphers.Cbc(AesEnvelope, ephemeral, iv, Content(iv.Length)), Zero);
            }
        }

        return writer.Encode();
    }

    private byte[] Content(int blockLength)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            Identifier(writer, Signer);
            writer.WriteOctetString(Key);
            Attribute(writer, "1.2.840.113549.1.7.1", values => values.WriteOctetString(Encoding.ASCII.GetBytes(InnerHeader ?? Header)));
        }

        byte[] content = writer.Encode();
        int padding = blockLength - (content.Length % blockLength);
        return [.. content, .. Enumerable.Repeat((byte)padding, padding)];
    }

    private static void Attribute(AsnWriter writer, string oid, Action<AsnWriter> write)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                write(writer);
            }
        }
    }

    private static void Algorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteNull();
        }
    }

    private static void Identifier(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(new System.Numerics.BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true));
        }
    }
}
