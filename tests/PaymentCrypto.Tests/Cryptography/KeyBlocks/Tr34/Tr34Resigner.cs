using System.Formats.Asn1;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>Puts another envelope into a token and signs it: what a dishonest or faulty sender could do.</summary>
internal static class Tr34Resigner
{
    // "change" takes the signed attributes, with the new digest, and gives others, none at all for an empty list; "behind" follows the signature.
    public static byte[] Resign(
        Tr34KeyBlock block, byte[] envelope, RSA key, Func<List<byte[]>, List<byte[]>>? change = null, params IEnumerable<byte[]> behind)
    {
        AsnReader old = new AsnReader(block.Encoded, AsnEncodingRules.BER).ReadSequence();
        old.ReadObjectIdentifier();
        AsnReader signedData = old.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signedData.ReadEncodedValue().Span);
                writer.WriteEncodedValue(signedData.ReadEncodedValue().Span);
                signedData.ReadEncodedValue();
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.3");
                    using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                    {
                        writer.WriteOctetString(envelope);
                    }
                }

                while (signedData.PeekTag().TagClass == TagClass.ContextSpecific)
                {
                    writer.WriteEncodedValue(signedData.ReadEncodedValue().Span);
                }

                AsnReader signer = signedData.ReadSetOf().ReadSequence();
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(signer.ReadEncodedValue().Span);
                    writer.WriteEncodedValue(signer.ReadEncodedValue().Span);
                    writer.WriteEncodedValue(signer.ReadEncodedValue().Span);
                    byte[] attributes = signer.ReadEncodedValue().ToArray();
                    int at = attributes.AsSpan().IndexOf(block.MessageDigest.Span);
                    SHA256.HashData(envelope).CopyTo(attributes, at);
                    attributes = change is null ? attributes : Change(attributes, change);
                    if (attributes.Length > 0)
                    {
                        writer.WriteEncodedValue(attributes);
                        attributes[0] = 0x31;
                    }

                    writer.WriteEncodedValue(signer.ReadEncodedValue().Span);
                    writer.WriteOctetString(key.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
                    foreach (byte[] element in behind)
                    {
                        writer.WriteEncodedValue(element);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Change(byte[] attributes, Func<List<byte[]>, List<byte[]>> change)
    {
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0);
        AsnReader set = new AsnReader(attributes, AsnEncodingRules.BER).ReadSequence(tag);
        List<byte[]> elements = [];
        while (set.HasData)
        {
            elements.Add(set.ReadEncodedValue().ToArray());
        }

        elements = change(elements);
        if (elements.Count == 0)
        {
            return [];
        }

        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence(tag))
        {
            elements.ForEach(element => writer.WriteEncodedValue(element));
        }

        return writer.Encode();
    }
}
