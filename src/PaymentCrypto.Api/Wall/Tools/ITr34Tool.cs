using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>TR-34 key tokens (X9.139), all five dialects, one-pass and two-pass.</summary>
public interface ITr34Tool
{
    /// <summary>Reads a token without any key.</summary>
    /// <param name="token">Hex, PEM or base64.</param>
    Tr34Description Read(string token);

    /// <summary>Verifies digest and signature of a token. Whether the certificate is valid and the right one is not looked at.</summary>
    /// <param name="token">Hex, PEM or base64.</param>
    /// <param name="signer">The certificate of the sender (KDH).</param>
    /// <returns>Over what the signature verifies: <c>AsReceived</c> or <c>DerSorted</c>.</returns>
    string VerifySignature(string token, X509Certificate2 signer);

    /// <summary>Does every check of the receiver (KRD) and takes the key out.</summary>
    /// <param name="request">Token, keys and what is expected.</param>
    /// <returns>Token and key; the caller disposes the key.</returns>
    Tr34Content Open(Tr34OpenRequest request);

    /// <summary>Wraps a key as a sender (KDH) does.</summary>
    /// <param name="request">Key, header, certificates and freshness.</param>
    Tr34Description Wrap(Tr34WrapRequest request);
}
