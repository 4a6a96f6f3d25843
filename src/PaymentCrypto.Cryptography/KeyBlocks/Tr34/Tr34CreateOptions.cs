using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>What the sender (KDH) brings to wrap a key: its own key, the receiver, and the layout.</summary>
public sealed class Tr34CreateOptions
{
    /// <summary>The sender's RSA private key. It stays the caller's; nothing here disposes it.</summary>
    public required RSA SignerPrivateKey { get; init; }

    /// <summary>The sender's (KDH) certificate; the private key has to belong to it.</summary>
    public required X509Certificate2 SignerCertificate { get; init; }

    /// <summary>The receiver's (KRD) certificate with an RSA key.</summary>
    public required X509Certificate2 RecipientCertificate { get; init; }

    /// <summary>The receiver's random number, 8 to 16 bytes: makes a two-pass token. Give this or <see cref="SigningTime"/>.</summary>
    public ReadOnlyMemory<byte> Nonce { get; init; }

    /// <summary>The signing time, 1950 to 2049, to the second: makes a one-pass token. Give this or <see cref="Nonce"/>.</summary>
    public DateTimeOffset? SigningTime { get; init; }

    /// <summary>The layout to write. The service's by default.</summary>
    public Tr34Dialect Dialect { get; init; } = Tr34Dialect.Aws;

    /// <summary>
    /// The content cipher. By default triple DES for a DES or TDES key, else AES with a key as long as the one that is wrapped
    /// (AES-128 for up to 16 bytes).
    /// </summary>
    public Tr34Cipher? Cipher { get; init; }

    /// <summary>A revocation list of the sender's CA to carry along, DER. None by default; the service takes none.</summary>
    public ReadOnlyMemory<byte> RevocationList { get; init; }
}
