using System.Formats.Asn1;
using System.Globalization;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The random number token with which a KRD opens a two-pass exchange (RT-KRD; X9 TR-34:2012 Annex B.12).</summary>
public static class Tr34RandomToken
{
    private const int MinimumLength = 8;
    private const int MaximumLength = 16;
    private const int MaximumTokenLength = 64;

    /// <summary>Reads the random number out of a token.</summary>
    /// <param name="encoded">The token, DER or BER.</param>
    /// <returns>The random number, 8 to 16 bytes.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.Tr34TooLarge"/>, <see cref="CryptographyError.Tr34Truncated"/>,
    /// <see cref="CryptographyError.Tr34TrailingData"/>, <see cref="CryptographyError.Tr34Malformed"/> or
    /// <see cref="CryptographyError.Tr34ContentType"/>.
    /// </exception>
    public static byte[] Parse(ReadOnlySpan<byte> encoded)
    {
        Asn1Frame.Check(encoded, MaximumTokenLength, "random number token", FrameErrors.Tr34);
        var outer = new Asn1Cursor(encoded.ToArray(), CryptographyError.Tr34Malformed, "random number token");
        Asn1Cursor attribute = outer.Sequence("attribute");
        outer.End();
        string oid = attribute.Oid("attrType");
        if (oid != Oids.RandomNonce)
        {
            throw new CryptographyException(
                CryptographyError.Tr34ContentType, $"The token holds the attribute {Oids.NameOf(oid)}; a random number token holds {Oids.RandomNonce}.");
        }

        Asn1Cursor values = attribute.SetOf("attrValues");
        attribute.End();
        byte[] nonce = values.OctetString("random number").ToArray();
        values.End();
        return IsLength(nonce.Length) ? nonce : throw new CryptographyException(CryptographyError.Tr34Malformed, WrongLength(nonce.Length));
    }

    /// <summary>Writes a token.</summary>
    /// <param name="nonce">The random number, 8 to 16 bytes.</param>
    /// <returns>The token, DER.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: another length.</exception>
    public static byte[] Create(ReadOnlySpan<byte> nonce)
    {
        if (!IsLength(nonce.Length))
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, WrongLength(nonce.Length));
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.RandomNonce);
            using (writer.PushSetOf())
            {
                writer.WriteOctetString(nonce);
            }
        }

        return writer.Encode();
    }

    private static bool IsLength(int length) => length is >= MinimumLength and <= MaximumLength;

    private static string WrongLength(int length) => string.Create(
        CultureInfo.InvariantCulture, $"The random number is {length} bytes long; {MinimumLength} to {MaximumLength} are needed.");
}
