using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// A TR-34 key token (X9 TR-34:2012, Annex B.8 and B.9; X9.139): a symmetric key that a key distribution host (KDH) signed and
/// wrapped for one key receiving device (KRD). Everything here is readable without any key and holds no secret.
/// </summary>
/// <remarks>
/// <see cref="Parse(ReadOnlySpan{byte})"/> looks, <see cref="Open(ReadOnlySpan{byte}, Tr34OpenOptions)"/> checks everything and
/// unwraps, <see cref="Create(ReadOnlySpan{byte}, string, Tr34CreateOptions)"/> is the other side. All five layouts of <see cref="Tr34Dialect"/> are read.
/// </remarks>
public sealed class Tr34KeyBlock
{
    /// <summary>The longest token that is read, in bytes. The service takes 2048; tokens with revocation lists are longer.</summary>
    public const int MaximumLength = 64 * 1024;

    private readonly Tr34SignedData _signedData;
    private readonly Tr34SignerInfo _signerInfo;
    private readonly Tr34Envelope _envelope;

    private Tr34KeyBlock(byte[] encoded)
    {
        Encoded = encoded;
        _signedData = Tr34SignedData.Read(encoded, "key token");
        if (_signedData.ContentType != Oids.EnvelopedData)
        {
            throw new CryptographyException(
                CryptographyError.Tr34ContentType,
                $"The token signs content of type {Oids.NameOf(_signedData.ContentType)}; a key token signs envelopedData. (A credential token signs "
                    + "nothing.)");
        }

        EnvelopeContents = _signedData.Content
            ?? throw new CryptographyException(CryptographyError.Tr34Malformed, "The key token has no encapsulated content; the envelope has to be inside.");
        if (_signedData.SignerInfos.Count != 1)
        {
            throw new CryptographyException(
                CryptographyError.Tr34SignerCount, $"The key token has {_signedData.SignerInfos.Count} signers; it has exactly one, the KDH.");
        }

        _signerInfo = Tr34SignerInfo.Read(_signedData.SignerInfos[0]);
        _envelope = Tr34Envelope.Read(EnvelopeContents);
        Tr34SignedAttributes attributes = _signerInfo.Attributes;
        if (attributes.ContentType != Oids.EnvelopedData)
        {
            throw new CryptographyException(
                CryptographyError.Tr34Attribute,
                $"The signed content type is {(attributes.ContentType is { } type ? Oids.NameOf(type) : "missing")}; envelopedData is needed.");
        }

        Header = Tr34Header.Decode((attributes.Header
            ?? throw new CryptographyException(CryptographyError.Tr34Attribute,
                $"The signed attributes hold no key block header (attribute {Oids.Data}).")).Span);
        MessageDigest = attributes.MessageDigest
            ?? throw new CryptographyException(CryptographyError.Tr34Attribute,
                $"The signed attributes hold no message digest (attribute {Oids.MessageDigest}).");
    }

    /// <summary>The token as it was given, DER.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The layout that this token has, judged by its envelope.</summary>
    public Tr34Dialect Dialect => _envelope.Dialect;

    /// <summary>The version of SignedData: 1, 3 or 73.</summary>
    public int SignedDataVersion => _signedData.Version;

    /// <summary>The version of SignerInfo: 1 or 73.</summary>
    public int SignerInfoVersion => _signerInfo.Version;

    /// <summary>The version of the envelope: 0.</summary>
    public int EnvelopeVersion => _envelope.Version;

    /// <summary>The sender (KDH), by issuer and serial number of its certificate.</summary>
    public CertificateIdentifier Signer => _signerInfo.Signer;

    /// <summary>The receiver (KRD), by issuer and serial number of its certificate.</summary>
    public CertificateIdentifier Recipient => _envelope.Recipient;

    /// <summary>The signed key block header, 16 or more printable characters; its version letter and length have no meaning in TR-34.</summary>
    public string Header { get; }

    /// <summary>The receiver's random number, usually 8 to 16 bytes: makes it a two-pass token. Null in a one-pass token.</summary>
    public ReadOnlyMemory<byte>? RandomNonce => _signerInfo.Attributes.RandomNonce;

    /// <summary>The sender's signing time: makes it a one-pass token when there is no nonce. Usually null in a two-pass token.</summary>
    public DateTimeOffset? SigningTime => _signerInfo.Attributes.SigningTime;

    /// <summary>The identifiers of the signed attributes, dotted, in the order sent.</summary>
    public IReadOnlyList<string> SignedAttributeOids => _signerInfo.Attributes.Oids;

    /// <summary>The digest of the envelope as the sender states it; compare with <see cref="ComputeDigest"/>.</summary>
    public ReadOnlyMemory<byte> MessageDigest { get; }

    /// <summary>Identifier of the digest algorithm, dotted.</summary>
    public string DigestAlgorithmOid => _signerInfo.DigestOid;

    /// <summary>The signature as received.</summary>
    public ReadOnlyMemory<byte> Signature => _signerInfo.Signature;

    /// <summary>Identifier of the signature algorithm, dotted.</summary>
    public string SignatureAlgorithmOid => _signerInfo.SignatureOid;

    /// <summary>Identifier of the key transport, dotted. RSAES-OAEP is the only one that opens.</summary>
    public string KeyTransportOid => _envelope.KeyTransportOid;

    /// <summary>The parameters of RSAES-OAEP; null under another key transport.</summary>
    public Tr34OaepParameters? OaepParameters => _envelope.Oaep;

    /// <summary>The ephemeral key under the receiver's RSA key.</summary>
    public ReadOnlyMemory<byte> EncryptedKey => _envelope.EncryptedKey;

    /// <summary>Identifier of the content cipher, dotted.</summary>
    public string CipherOid => _envelope.CipherOid;

    /// <summary>The content cipher; null when TR-34 does not use it.</summary>
    public Tr34Cipher? Cipher => Tr34CipherSuite.FromOid(CipherOid);

    /// <summary>The initialization vector.</summary>
    public ReadOnlyMemory<byte> InitializationVector => _envelope.InitializationVector;

    /// <summary>The key encryption block, encrypted under the ephemeral key.</summary>
    public ReadOnlyMemory<byte> Ciphertext => _envelope.Ciphertext;

    /// <summary>Certificates that travel with the token, DER. Never trusted, and usually none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates => _signedData.Certificates;

    /// <summary>Revocation lists that travel with the token, DER; see <see cref="CertificateRevocationList.Parse"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists => _signedData.RevocationLists;

    /// <summary>The contents of the encapsulated OCTET STRING: exactly the bytes that the message digest covers.</summary>
    public ReadOnlyMemory<byte> EnvelopeContents { get; }

    /// <summary>Reads a token without any key.</summary>
    /// <param name="encoded">The token, DER or BER.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.Tr34TooLarge"/>, <see cref="CryptographyError.Tr34Truncated"/>,
    /// <see cref="CryptographyError.Tr34TrailingData"/>, <see cref="CryptographyError.Tr34Malformed"/>,
    /// <see cref="CryptographyError.Tr34ContentType"/>, <see cref="CryptographyError.Tr34SignerCount"/>,
    /// <see cref="CryptographyError.Tr34RecipientCount"/>, <see cref="CryptographyError.Tr34KeyTransport"/>,
    /// <see cref="CryptographyError.Tr34Attribute"/> or <see cref="CryptographyError.Tr34Header"/>.
    /// </exception>
    public static Tr34KeyBlock Parse(ReadOnlySpan<byte> encoded) => new(Tr34Text.Copy(encoded));

    /// <summary>Reads a token from text, without any key.</summary>
    /// <param name="text">Hex in either case, PEM with any label, or base64; white space is ignored.</param>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.Tr34TextForm"/>, or as <see cref="Parse(ReadOnlySpan{byte})"/>.
    /// </exception>
    public static Tr34KeyBlock Parse(string text) => new(Tr34Text.Decode(text));

    /// <summary>Reads a token, does every check of the receiver (KRD) and unwraps the key.</summary>
    /// <param name="encoded">The token, DER or BER.</param>
    /// <param name="options">The receiver's key and certificate, the expected sender, nonce and time.</param>
    /// <returns>The key. Dispose it to zero it.</returns>
    /// <exception cref="CryptographyException">As <see cref="Parse(ReadOnlySpan{byte})"/> and <see cref="Open(Tr34OpenOptions)"/>.</exception>
    public static Tr34OpenedKey Open(ReadOnlySpan<byte> encoded, Tr34OpenOptions options) => Parse(encoded).Open(options);

    /// <summary>Wraps a key as a KDH does: signed by the sender, for one receiver.</summary>
    /// <param name="key">The clear key, in bytes. Not kept.</param>
    /// <param name="header">The key block header, at least 16 printable characters, e.g. <c>D0112K0TB00E0000</c>.</param>
    /// <param name="options">The sender's key and certificate, the receiver's certificate, nonce or time, and the layout.</param>
    /// <returns>The token, DER. The service takes it as upper-case hex.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.Tr34Header"/>, <see cref="CryptographyError.Tr34KeyLength"/>,
    /// <see cref="CryptographyError.Tr34SignerKeyMismatch"/>, <see cref="CryptographyError.CertificateKeyType"/>,
    /// <see cref="CryptographyError.CertificateRevocationList"/>, <see cref="CryptographyError.Tr34EphemeralKey"/> or
    /// <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static byte[] Create(ReadOnlySpan<byte> key, string header, Tr34CreateOptions options) => Tr34Writer.Write(key, header, options);

    /// <summary>Wraps a key as a KDH does, with a header by fields.</summary>
    /// <param name="key">The clear key, in bytes. Not kept.</param>
    /// <param name="header">
    /// The key block header. A length field of zero is filled as the service fills it: with the length that a version D key block of
    /// this key would have.
    /// </param>
    /// <param name="options">The sender's key and certificate, the receiver's certificate, nonce or time, and the layout.</param>
    /// <returns>The token, DER. The service takes it as upper-case hex.</returns>
    /// <exception cref="CryptographyException">As <see cref="Create(ReadOnlySpan{byte}, string, Tr34CreateOptions)"/>.</exception>
    public static byte[] Create(ReadOnlySpan<byte> key, Tr31KeyBlockHeader header, Tr34CreateOptions options)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Create(key, Tr34Header.Text(header, key.Length), options);
    }

    /// <summary>Reads the fields and optional blocks of <see cref="Header"/>.</summary>
    /// <param name="options">How much to forgive.</param>
    /// <exception cref="CryptographyException">A field is not what X9.143 knows; see <see cref="CryptographyException.Error"/>.</exception>
    public Tr31KeyBlockHeader ReadHeader(Tr31ReadOptions? options = null) => Tr31KeyBlockHeader.Parse(Header, options);

    /// <summary>The SHA-256 digest of the envelope, to compare with <see cref="MessageDigest"/>.</summary>
    public byte[] ComputeDigest() => SHA256.HashData(EnvelopeContents.Span);

    /// <summary>
    /// Verifies digest and signature with the sender's certificate, in this order. This is all that can be checked without the
    /// receiver's private key; whether the certificate is valid and the right one is not looked at.
    /// </summary>
    /// <param name="signer">The sender's (KDH) certificate.</param>
    /// <returns>Over which encoding of the attributes the signature verified.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.Tr34SignatureAlgorithm"/>, <see cref="CryptographyError.Tr34DigestMismatch"/>,
    /// <see cref="CryptographyError.Tr34SignatureInvalid"/> or <see cref="CryptographyError.CertificateKeyType"/>.
    /// </exception>
    public Tr34SignatureForm VerifySignature(X509Certificate2 signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return Tr34Signature.Verify(this, _signerInfo.Attributes, signer);
    }

    /// <summary>Does every check of the receiver (KRD) and unwraps the key.</summary>
    /// <param name="options">The receiver's key and certificate, the expected sender, nonce and time.</param>
    /// <returns>The key. Dispose it to zero it.</returns>
    /// <exception cref="CryptographyException">
    /// The first check that fails, in the order of the checks: the errors of
    /// <see cref="CertificateCheck.VerifyIssuedBy(X509Certificate2, X509Certificate2, CertificateCheckOptions)"/>,
    /// <see cref="CryptographyError.Tr34RevocationListMissing"/>, the errors of
    /// <see cref="CertificateRevocationList.Check"/>, <see cref="CryptographyError.Tr34SignerMismatch"/>, the errors of
    /// <see cref="VerifySignature"/>, <see cref="CryptographyError.Tr34NonceMissing"/>, <see cref="CryptographyError.Tr34NonceUnexpected"/>,
    /// <see cref="CryptographyError.Tr34NonceMismatch"/>, <see cref="CryptographyError.Tr34SigningTime"/>,
    /// <see cref="CryptographyError.Tr34RecipientMismatch"/>, <see cref="CryptographyError.Tr34KeyTransport"/>,
    /// <see cref="CryptographyError.Tr34Cipher"/>, <see cref="CryptographyError.Tr34InitializationVector"/>,
    /// <see cref="CryptographyError.Tr34RecipientKeyMismatch"/>, <see cref="CryptographyError.Tr34EphemeralKey"/>, <see cref="CryptographyError.Tr34Padding"/>,
    /// <see cref="CryptographyError.Tr34KeyEncryptionBlock"/>, <see cref="CryptographyError.Tr34InnerSignerMismatch"/>,
    /// <see cref="CryptographyError.Tr34HeaderMismatch"/> or <see cref="CryptographyError.Tr34KeyLength"/>.
    /// </exception>
    public Tr34OpenedKey Open(Tr34OpenOptions options) => Tr34Opener.Open(this, options);

    /// <summary>Layout, header, sender and receiver.</summary>
    public override string ToString() => $"TR-34 key token ({Dialect}, {Header}), from {Signer}, for {Recipient}";
}
