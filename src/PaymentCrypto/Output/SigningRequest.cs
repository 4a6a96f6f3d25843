namespace PaymentCrypto;

/// <summary>A PKCS #10 certificate signing request (RFC 2986) for a key pair.</summary>
public sealed partial class SigningRequest
{
    /// <summary>Creates an empty description.</summary>
    public SigningRequest()
    {
    }

    internal SigningRequest(Api.GetCertificateSigningRequestRequest request, string? text)
    {
        KeyIdentifier = request.KeyIdentifier;
        SigningAlgorithm = request.SigningAlgorithm;
        CommonName = request.CertificateSubject?.CommonName;
        CertificateSigningRequest = text;
    }

    /// <summary>The key that was asked for: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    public string? KeyIdentifier { get; set; }

    /// <summary>The hash of the request's signature, for example <c>SHA256</c>.</summary>
    public string? SigningAlgorithm { get; set; }

    /// <summary>The common name of the subject.</summary>
    public string? CommonName { get; set; }

    /// <summary>The request as PEM text (RFC 7468).</summary>
    public string? Pem => Base64Text.Decode(CertificateSigningRequest);

    /// <summary>The request as the service sends it: base64 of PEM text.</summary>
    public string? CertificateSigningRequest { get; set; }

    /// <summary>The PEM text, so that a request can be put where PEM is asked for.</summary>
    public override string ToString() => Pem ?? string.Empty;
}
