using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The SignerInfo of a key token (RFC 5652 section 5.3).</summary>
internal sealed class Tr34SignerInfo
{
    private Tr34SignerInfo(ReadOnlyMemory<byte> encoded)
    {
        Asn1Cursor signer = new Asn1Cursor(encoded, CryptographyError.Tr34Malformed, "key token").Sequence("SignerInfo");
        Version = signer.SmallInteger("version");
        Signer = CertificateIdentifier.Read(signer, "signer issuerAndSerialNumber");
        DigestOid = signer.Sequence("digestAlgorithm").Oid("digest algorithm");
        Attributes = Tr34SignedAttributes.Read(signer);
        SignatureOid = signer.Sequence("signatureAlgorithm").Oid("signature algorithm");
        Signature = signer.OctetString("signature");
        if (signer.NextIsContext(1))
        {
            signer.Encoded("unsignedAttrs");
        }

        signer.End();
    }

    public int Version { get; }

    public CertificateIdentifier Signer { get; }

    public string DigestOid { get; }

    public Tr34SignedAttributes Attributes { get; }

    public string SignatureOid { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    public static Tr34SignerInfo Read(ReadOnlyMemory<byte> encoded) => new(encoded);
}
