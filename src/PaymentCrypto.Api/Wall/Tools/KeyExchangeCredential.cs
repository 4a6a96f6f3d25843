using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>
/// A private key with the certificate that belongs to it, as one party of a key exchange holds it. Either may be missing. It is not
/// disposed by the tools; disposing it gives the private key back to the platform, which zeroes it.
/// </summary>
/// <param name="privateKey">An <see cref="RSA"/>, <see cref="ECDsa"/> or <see cref="ECDiffieHellman"/> private key; null for none.</param>
/// <param name="certificate">The certificate, without its private key; null for none.</param>
/// <param name="chain">The certificates above it, issuer first.</param>
public sealed class KeyExchangeCredential(AsymmetricAlgorithm? privateKey, X509Certificate2? certificate,
    params IReadOnlyList<X509Certificate2> chain) : IDisposable
{
    /// <summary>The private key.</summary>
    public AsymmetricAlgorithm? PrivateKey { get; } = privateKey;

    /// <summary>The certificate.</summary>
    public X509Certificate2? Certificate { get; } = certificate;

    /// <summary>The certificates above it, issuer first.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; } = chain;

    /// <summary>A PKCS #10 request for a certificate (RFC 2986) as PEM text; null when there is none.</summary>
    public string? SigningRequest { get; init; }

    /// <summary>Gives the private key back to the platform.</summary>
    public void Dispose() => PrivateKey?.Dispose();

    /// <summary>The subject, never the key.</summary>
    public override string ToString() => Certificate?.Subject ?? "private key without certificate";
}
