using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>What the receiver (KRD) brings to open a key token: its key, and what it expects to find.</summary>
public sealed class Tr34OpenOptions
{
    /// <summary>The receiver's RSA private key. It stays the caller's; nothing here disposes it.</summary>
    public required RSA RecipientPrivateKey { get; init; }

    /// <summary>The receiver's certificate; the token has to name it.</summary>
    public required X509Certificate2 RecipientCertificate { get; init; }

    /// <summary>The sender's (KDH) signing certificate; the token has to name it and to verify with it.</summary>
    public required X509Certificate2 SignerCertificate { get; init; }

    /// <summary>
    /// The certificate of the direct issuer of <see cref="SignerCertificate"/>, trusted by the caller. Null when the caller has
    /// checked the sender's certificate already; then only its validity is checked.
    /// </summary>
    public X509Certificate2? SignerIssuerCertificate { get; init; }

    /// <summary>The instant at which certificates and revocation lists have to be valid.</summary>
    public required DateTimeOffset ValidAt { get; init; }

    /// <summary>How far the sender's clock may be off. Zero by default.</summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>
    /// The random number that the receiver issued, in bytes. Needed to open a two-pass token; empty for a one-pass token, which has
    /// a signing time instead.
    /// </summary>
    public ReadOnlyMemory<byte> ExpectedNonce { get; init; }

    /// <summary>
    /// For one-pass tokens: the signing time has to be later than this, usually the signing time of the last token taken from this
    /// sender. Null checks only that it is not in the future.
    /// </summary>
    public DateTimeOffset? SignedAfter { get; init; }

    /// <summary>
    /// Whether a token without a revocation list by the sender's issuer is refused, as TR-34 has it for one-pass tokens. False by
    /// default: the service sends none. A list that is there is always checked.
    /// </summary>
    public bool RequireRevocationList { get; init; }
}
