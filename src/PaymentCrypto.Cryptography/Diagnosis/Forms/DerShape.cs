using System.Formats.Asn1;
using System.Numerics;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>What a DER or BER object is, by its first members. Nothing in it is trusted or checked.</summary>
internal static class DerShape
{
    private const int LongestSearch = 4096;
    private static readonly byte[] SignedData = Convert.FromHexString("06092A864886F70D010702");
    private static readonly byte[] EnvelopedData = Convert.FromHexString("06092A864886F70D010703");

    /// <summary>The kind of an object; null when it is none that is known.</summary>
    /// <param name="bytes">The object.</param>
    /// <param name="what">What it is, in words.</param>
    public static MaterialKind? KindOf(ReadOnlySpan<byte> bytes, out string what)
    {
        what = "no object of ASN.1";
        if (bytes is not [0x30, ..])
        {
            return null;
        }

        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 32)];
        if (start.IndexOf(SignedData) >= 0)
        {
            bool isToken = bytes[..Math.Min(bytes.Length, LongestSearch)].IndexOf(EnvelopedData) >= 0;
            what = isToken ? "a TR-34 key token" : "a PKCS #7 bag of certificates, or a TR-34 credential token";
            return isToken ? MaterialKind.KeyToken : null;
        }

        try
        {
            return Look(new AsnReader(bytes.ToArray(), AsnEncodingRules.BER).ReadSequence(), out what);
        }
        catch (Exception error) when (error is AsnContentException or InvalidOperationException)
        {
            what = "an object of ASN.1 that is not complete";
            return null;
        }
    }

    private static MaterialKind? Look(AsnReader members, out string what)
    {
        Asn1Tag first = members.PeekTag();
        if (first.HasSameClassAndValue(Asn1Tag.Integer))
        {
            BigInteger version = members.ReadInteger();
            what = version == 3 ? "a PKCS #12 file" : "a private key";
            return version == 3 ? null : MaterialKind.PrivateKey;
        }

        if (!first.HasSameClassAndValue(Asn1Tag.Sequence))
        {
            what = "an object of ASN.1";
            return null;
        }

        AsnReader inner = members.ReadSequence();
        if (inner.HasData && inner.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
        {
            bool isKey = inner.ReadObjectIdentifier() is Oids.RsaEncryption or Oids.EcPublicKey;
            what = isKey ? "a bare public key" : "an encrypted private key";
            return isKey ? null : MaterialKind.PrivateKey;
        }

        // A request begins with its version, a certificate with a version in a tag of its own or with its serial number before the algorithm.
        if (inner.HasData && inner.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            inner.ReadInteger();
            inner.ReadSequence();
            ReadOnlyMemory<byte> rest = inner.HasData ? inner.ReadEncodedValue() : default;
            if (inner.HasData && inner.PeekTag().TagClass == TagClass.ContextSpecific && rest.Length > 0)
            {
                what = "a certificate signing request";
                return MaterialKind.SigningRequest;
            }
        }

        what = "a certificate";
        return MaterialKind.Certificates;
    }
}
