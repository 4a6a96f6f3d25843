using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>What is known beside a TR-34 token.</summary>
public sealed record KeyTokenEvidence
{
    /// <summary>The sender's (KDH) signing certificate; null when it was not given.</summary>
    public X509Certificate2? Signer { get; init; }

    /// <summary>The authorities that may have issued it.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>The receivers for whom it may have been made.</summary>
    public IReadOnlyList<TokenRecipient> Recipients { get; init; } = [];

    /// <summary>The nonce that was issued; empty for none.</summary>
    public ReadOnlyMemory<byte> Nonce { get; init; }

    /// <summary>Whether the nonce is all there is: a token with one and no nonce here is refused, and not just not known.</summary>
    public bool NonceIsComplete { get; init; }

    /// <summary>The check value that the sender gives for the key; null when none was given.</summary>
    public string? CheckValue { get; init; }

    /// <summary>The instant and the strictness.</summary>
    public required CertificateCheckOptions Options { get; init; }
}
