using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>What is known beside an RSA cryptogram.</summary>
public sealed record RsaCryptogramEvidence
{
    /// <summary>The receivers for whom it may have been made.</summary>
    public IReadOnlyList<TokenRecipient> Recipients { get; init; } = [];

    /// <summary>The hash of OAEP that the request names.</summary>
    public RsaOaepHash Hash { get; init; } = RsaOaepHash.Sha256;

    /// <summary>The cipher that the key is for; null when it is not said.</summary>
    public BlockCipherAlgorithm? Algorithm { get; init; }

    /// <summary>The length that the key should have, in bytes; null when it is not said.</summary>
    public int? KeyLength { get; init; }

    /// <summary>The check value that the sender gives for the key; null when none was given.</summary>
    public string? CheckValue { get; init; }
}
