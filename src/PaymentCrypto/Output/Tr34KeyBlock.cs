using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>A TR-34 key token, with what an import of it needs under the names that the service uses.</summary>
public sealed partial class Tr34KeyBlock : WrappedKeyBlockBase
{
    /// <summary>Creates an empty description.</summary>
    public Tr34KeyBlock()
    {
    }

    internal Tr34KeyBlock(Tr34Description token)
    {
        WrappedKeyBlock = token.Token;
        KeyBlockFormat = Api.Tr34KeyBlockFormat.X9Tr34Of2012;
        RandomNonce = token.RandomNonce;
        SigningTime = token.SigningTime?.UtcDateTime;
        Dialect = token.Dialect;
        Signer = Name(token.SignerSerialNumber, token.SignerIssuer);
        Recipient = Name(token.RecipientSerialNumber, token.RecipientIssuer);
        DigestMatches = token.DigestMatches;
        KeyTransport = token.KeyTransport;
        Cipher = token.Cipher;
        CertificateCount = token.CertificateCount;
        RevocationListCount = token.RevocationListCount;
        Describe(token.Header, token.Warnings);
    }

    /// <summary>The edition of TR-34, as the service names it.</summary>
    public string? KeyBlockFormat { get; set; }

    /// <summary>The nonce of a two-pass token, upper-case hex; null in a one-pass token.</summary>
    public string? RandomNonce { get; set; }

    /// <summary>The signing time of a one-pass token, UTC.</summary>
    public DateTime? SigningTime { get; set; }

    /// <summary>The certificate of the sender (KDH), base64 of PEM text; null when it is not known.</summary>
    public string? SigningKeyCertificate { get; set; }

    /// <summary>The import token that the wrapping certificate came with; null when there was none.</summary>
    public string? ImportToken { get; set; }

    /// <summary>The certificate of the receiver (KRD), base64 of PEM text, when there is no import token that names it.</summary>
    public string? WrappingKeyCertificate { get; set; }

    /// <summary>The layout of the token.</summary>
    public string? Dialect { get; set; }

    /// <summary>The sender (KDH): serial number and issuer of its certificate.</summary>
    public string? Signer { get; set; }

    /// <summary>The receiver (KRD): serial number and issuer of its certificate.</summary>
    public string? Recipient { get; set; }

    /// <summary>Whether the message digest is that of the envelope.</summary>
    public bool DigestMatches { get; set; }

    /// <summary>Over what the signature was verified, <c>AsReceived</c> or <c>DerSorted</c>; null when it was not.</summary>
    public string? SignatureForm { get; set; }

    /// <summary>How the ephemeral key travels.</summary>
    public string? KeyTransport { get; set; }

    /// <summary>The content cipher.</summary>
    public string? Cipher { get; set; }

    /// <summary>How many certificates travel with the token.</summary>
    public int CertificateCount { get; set; }

    /// <summary>How many revocation lists travel with the token.</summary>
    public int RevocationListCount { get; set; }

    private static string Name(string serialNumber, string issuer) => $"serial {serialNumber} of {issuer}";
}
