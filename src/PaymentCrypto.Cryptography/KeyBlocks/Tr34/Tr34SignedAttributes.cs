using System.Formats.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The signed attributes of a key token, both as values and as the bytes that were sent.</summary>
internal sealed class Tr34SignedAttributes
{
    private const byte SetTag = 0x31;

    private readonly List<ReadOnlyMemory<byte>> _encodedAttributes = [];
    private readonly List<string> _oids = [];
    private readonly ReadOnlyMemory<byte> _encoded;

    private Tr34SignedAttributes(ReadOnlyMemory<byte> encoded) => _encoded = encoded;

    public string? ContentType { get; private set; }

    public ReadOnlyMemory<byte>? RandomNonce { get; private set; }

    public DateTimeOffset? SigningTime { get; private set; }

    public ReadOnlyMemory<byte>? Header { get; private set; }

    public ReadOnlyMemory<byte>? MessageDigest { get; private set; }

    /// <summary>The identifiers in the order sent.</summary>
    public IReadOnlyList<string> Oids => _oids;

    public static Tr34SignedAttributes Read(Asn1Cursor signerInfo)
    {
        if (!signerInfo.NextIsContext(0))
        {
            throw new CryptographyException(
                CryptographyError.Tr34Attribute,
                "The signer has no signed attributes; a key token signs content type, nonce or signing time, header and digest.");
        }

        var attributes = new Tr34SignedAttributes(signerInfo.PeekEncoded("signedAttrs"));
        Asn1Cursor set = signerInfo.Explicit(0, "signedAttrs");
        while (set.HasData)
        {
            attributes._encodedAttributes.Add(set.PeekEncoded("attribute"));
            attributes.Add(set.Sequence("attribute"));
        }

        return attributes;
    }

    /// <summary>What is hashed for the signature: the attributes as sent, under the tag of a SET (RFC 5652 section 5.4).</summary>
    public byte[] SignedBytesAsReceived()
    {
        byte[] bytes = _encoded.ToArray();
        bytes[0] = SetTag;
        return bytes;
    }

    /// <summary>The same attributes in the order of DER.</summary>
    public byte[] SignedBytesSorted()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, _encoded.Length);
        using (writer.PushSetOf())
        {
            foreach (ReadOnlyMemory<byte> attribute in _encodedAttributes)
            {
                writer.WriteEncodedValue(attribute.Span);
            }
        }

        return writer.Encode();
    }

    private void Add(Asn1Cursor attribute)
    {
        string oid = attribute.Oid("attrType");
        if (_oids.Contains(oid))
        {
            throw new CryptographyException(CryptographyError.Tr34Attribute, $"The signed attribute {oid} occurs twice.");
        }

        _oids.Add(oid);
        Asn1Cursor values = attribute.SetOf("attrValues");
        attribute.End();
        switch (oid)
        {
            case Asn1.Oids.ContentType:
                ContentType = values.Oid("contentType");
                break;
            case Asn1.Oids.RandomNonce:
                RandomNonce = values.OctetString("randomNonce");
                break;
            case Asn1.Oids.SigningTime:
                SigningTime = values.Time("signingTime");
                break;
            case Asn1.Oids.Data:
                Header = values.OctetString("key block header");
                break;
            case Asn1.Oids.MessageDigest:
                MessageDigest = values.OctetString("messageDigest");
                break;
            default:
                return;
        }

        values.End();
    }
}
