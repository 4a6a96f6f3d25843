using System.Formats.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// The parameters of RSAES-OAEP as a token states them (RFC 4055 section 4.1), read in every form that occurs: with the context
/// tags that the standard asks for or without, with NULL after a hash or without. What is left out has the standard's default.
/// </summary>
public sealed class Tr34OaepParameters
{
    private Tr34OaepParameters(bool tagged) => Tagged = tagged;

    /// <summary>Identifier of the hash of the label, dotted. SHA-1 when the token leaves it out.</summary>
    public string HashOid { get; private set; } = Oids.Sha1;

    /// <summary>Whether the hash identifier is followed by a NULL.</summary>
    public bool HashHasNull { get; private set; }

    /// <summary>Identifier of the mask generation function, dotted. MGF1 when the token leaves it out.</summary>
    public string MaskGenerationOid { get; private set; } = Oids.Mgf1;

    /// <summary>Identifier of the mask generation's hash, dotted. SHA-1 when the token leaves it out.</summary>
    public string MaskHashOid { get; private set; } = Oids.Sha1;

    /// <summary>The label. Empty when the token leaves it out.</summary>
    public ReadOnlyMemory<byte> Label { get; private set; }

    /// <summary>Whether the parameters carry the context tags [0], [1], [2] of the standard.</summary>
    public bool Tagged { get; }

    /// <summary>Whether this is SHA-256, MGF1 with SHA-256 and an empty label: the only parameters that TR-34 uses.</summary>
    public bool IsTr34 => HashOid == Oids.Sha256 && MaskGenerationOid == Oids.Mgf1 && MaskHashOid == Oids.Sha256 && Label.IsEmpty;

    /// <summary>Hash, mask generation and label in words.</summary>
    public override string ToString() =>
        $"{Oids.NameOf(HashOid)}, {Oids.NameOf(MaskGenerationOid)} with {Oids.NameOf(MaskHashOid)}, "
            + $"{(Label.IsEmpty ? "empty label" : $"label {Convert.ToHexString(Label.Span)}")}";

    internal static Tr34OaepParameters Read(Asn1Cursor algorithm)
    {
        if (!algorithm.HasData || !algorithm.Next(Asn1Tag.Sequence))
        {
            return new Tr34OaepParameters(tagged: true);
        }

        Asn1Cursor sequence = algorithm.Sequence("RSAES-OAEP parameters");
        bool tagged = !sequence.HasData || !sequence.Next(Asn1Tag.Sequence);
        var parameters = new Tr34OaepParameters(tagged);
        if (tagged)
        {
            parameters.ReadTagged(sequence);
        }
        else
        {
            parameters.ReadUntagged(sequence);
        }

        sequence.End();
        return parameters;
    }

    private void ReadTagged(Asn1Cursor sequence)
    {
        ReadExplicit(sequence, 0, "hashFunc", ReadHash);
        ReadExplicit(sequence, 1, "maskGenFunc", ReadMask);
        ReadExplicit(sequence, 2, "pSourceFunc", ReadLabel);
    }

    private static void ReadExplicit(Asn1Cursor sequence, int number, string name, Action<Asn1Cursor> read)
    {
        if (sequence.NextIsContext(number))
        {
            Asn1Cursor wrapper = sequence.Explicit(number, name);
            read(wrapper.Sequence(name));
            wrapper.End();
        }
    }

    private void ReadUntagged(Asn1Cursor sequence)
    {
        ReadHash(sequence.Sequence("hashFunc"));
        if (sequence.HasData)
        {
            ReadMask(sequence.Sequence("maskGenFunc"));
        }

        if (sequence.HasData)
        {
            ReadLabel(sequence.Sequence("pSourceFunc"));
        }
    }

    private void ReadHash(Asn1Cursor hash)
    {
        HashOid = hash.Oid("hash algorithm");
        HashHasNull = hash.HasData;
        ReadOptionalNull(hash);
    }

    private void ReadMask(Asn1Cursor mask)
    {
        MaskGenerationOid = mask.Oid("mask generation function");
        if (mask.HasData)
        {
            Asn1Cursor hash = mask.Sequence("mask generation hash");
            MaskHashOid = hash.Oid("hash algorithm");
            ReadOptionalNull(hash);
        }

        mask.End();
    }

    private void ReadLabel(Asn1Cursor source)
    {
        string oid = source.Oid("label source");
        Label = source.OctetString("label");
        source.End();
        if (oid != Oids.PSpecified)
        {
            throw new CryptographyException(
                CryptographyError.Tr34KeyTransport,
                $"The RSAES-OAEP parameters name the label source {oid}; pSpecified ({Oids.PSpecified}) is the only one there is.");
        }
    }

    private static void ReadOptionalNull(Asn1Cursor algorithm)
    {
        if (algorithm.HasData)
        {
            algorithm.Null("parameters");
        }

        algorithm.End();
    }
}
