using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>What an examination of a TR-34 token has found.</summary>
public sealed class KeyTokenResult
{
    internal KeyTokenResult()
    {
    }

    /// <summary>The findings, the first cause first.</summary>
    public IReadOnlyList<ExchangeFinding> Findings { get; internal init; } = [];

    /// <summary>The token; null when it can't be read.</summary>
    public Tr34KeyBlock? Token { get; internal init; }

    /// <summary>The key block header; null when it can't be read.</summary>
    public Tr31KeyBlockHeader? Header { get; internal init; }

    /// <summary>Length of the key in bytes; null when it did not come out.</summary>
    public int? KeyLength { get; internal init; }

    /// <summary>For whom the token was made, of those that were given.</summary>
    public TokenRecipient? Recipient { get; internal init; }
}
