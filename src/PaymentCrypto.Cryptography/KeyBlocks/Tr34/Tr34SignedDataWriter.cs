using System.Formats.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>Writes the outer frame that <see cref="Tr34SignedData"/> reads. What is empty is left out.</summary>
internal sealed class Tr34SignedDataWriter
{
    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    public required int Version { get; init; }

    public required string ContentType { get; init; }

    public ReadOnlyMemory<byte> Content { get; init; }

    public ReadOnlyMemory<byte> Certificate { get; init; }

    public ReadOnlyMemory<byte> RevocationList { get; init; }

    /// <summary>Writes the SignerInfo; null where nobody signs, and then no digest algorithm is named.</summary>
    public Action<AsnWriter>? WriteSigner { get; init; }

    public byte[] Write()
    {
        // BER leaves a SET OF in the order written, so that signed attributes stay as they were signed; all the rest of BER as it
        // is written here is DER.
        var writer = new AsnWriter(AsnEncodingRules.BER, Content.Length + Certificate.Length + RevocationList.Length + 2048);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(Context0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(Version);
                WriteSet(writer, Asn1Tag.SetOf, WriteSigner is null ? null : WriteSha256);
                WriteContent(writer);
                WriteOptional(writer, Context0, Certificate);
                WriteOptional(writer, Context1, RevocationList);
                WriteSet(writer, Asn1Tag.SetOf, WriteSigner);
            }
        }

        return writer.Encode();
    }

    public static void WriteSha256(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Sha256);
        }
    }

    private void WriteContent(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(ContentType);
            if (!Content.IsEmpty)
            {
                using (writer.PushSequence(Context0))
                {
                    writer.WriteOctetString(Content.Span);
                }
            }
        }
    }

    private static void WriteOptional(AsnWriter writer, Asn1Tag tag, ReadOnlyMemory<byte> element)
    {
        if (!element.IsEmpty)
        {
            WriteSet(writer, tag, set => set.WriteEncodedValue(element.Span));
        }
    }

    private static void WriteSet(AsnWriter writer, Asn1Tag tag, Action<AsnWriter>? writeElement)
    {
        using (writer.PushSetOf(tag))
        {
            writeElement?.Invoke(writer);
        }
    }
}
