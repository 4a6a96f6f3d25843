using System.Globalization;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// The outer frame of every TR-34 token but the random number: ContentInfo with SignedData (RFC 5652 section 5), taken apart one
/// level deep. Revocation lists are found before the signers or, as one printed sample has it, after them.
/// </summary>
internal sealed class Tr34SignedData
{
    private const int MaximumElements = 64;

    private Tr34SignedData(byte[] encoded, string what)
    {
        Asn1Frame.Check(encoded, Tr34KeyBlock.MaximumLength, what, FrameErrors.Tr34);
        var outer = new Asn1Cursor(encoded, CryptographyError.Tr34Malformed, what);
        Asn1Cursor contentInfo = outer.Sequence("ContentInfo");
        outer.End();
        string type = contentInfo.Oid("contentType");
        if (type != Oids.SignedData)
        {
            throw new CryptographyException(
                CryptographyError.Tr34ContentType, $"The {what} is a CMS object of type {Oids.NameOf(type)}; signedData is expected.");
        }

        Asn1Cursor wrapper = contentInfo.Explicit(0, "content");
        contentInfo.End();
        Asn1Cursor signedData = wrapper.Sequence("SignedData");
        wrapper.End();

        Version = signedData.SmallInteger("version");
        signedData.SetOf("digestAlgorithms");
        Asn1Cursor content = signedData.Sequence("encapContentInfo");
        ContentType = content.Oid("eContentType");
        if (content.HasData)
        {
            Asn1Cursor explicitContent = content.Explicit(0, "eContent");
            Content = explicitContent.OctetString("eContent");
            explicitContent.End();
            content.End();
        }

        Certificates = Collect(signedData, 0, "certificates", what);
        RevocationLists = Collect(signedData, 1, "crls", what);
        SignerInfos = Elements(signedData.SetOf("signerInfos"), "signerInfo", what);
        if (signedData.HasData && RevocationLists.Count == 0)
        {
            RevocationLists = Collect(signedData, 1, "crls", what);
        }

        signedData.End();
    }

    public int Version { get; }

    public string ContentType { get; }

    /// <summary>The contents of the encapsulated OCTET STRING; null when there is none.</summary>
    public ReadOnlyMemory<byte>? Content { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> SignerInfos { get; }

    public static Tr34SignedData Read(byte[] encoded, string what) => new(encoded, what);

    private static List<ReadOnlyMemory<byte>> Collect(Asn1Cursor signedData, int number, string name, string what) =>
        signedData.NextIsContext(number) ? Elements(signedData.Explicit(number, name), name, what) : [];

    private static List<ReadOnlyMemory<byte>> Elements(Asn1Cursor set, string name, string what)
    {
        var elements = new List<ReadOnlyMemory<byte>>();
        while (set.HasData)
        {
            if (elements.Count == MaximumElements)
            {
                throw new CryptographyException(CryptographyError.Tr34Malformed, string.Create(
                    CultureInfo.InvariantCulture, $"The {what} has more than {MaximumElements} elements of {name}."));
            }

            elements.Add(set.Encoded(name));
        }

        return elements;
    }
}
