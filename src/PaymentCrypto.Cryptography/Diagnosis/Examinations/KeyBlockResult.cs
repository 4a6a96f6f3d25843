using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>What an examination of a TR-31 block has found. Disposing it zeroes the key that came out.</summary>
public sealed class KeyBlockResult : IDisposable
{
    internal KeyBlockResult()
    {
    }

    /// <summary>The findings, the first cause first.</summary>
    public IReadOnlyList<ExchangeFinding> Findings { get; internal init; } = [];

    /// <summary>The header; null when it can't be read.</summary>
    public Tr31KeyBlockHeader? Header { get; internal init; }

    /// <summary>The key; null when the block did not open.</summary>
    public Tr31UnwrappedKey? Key { get; internal init; }

    /// <summary>The key that opened it; null when none did.</summary>
    public ProtectionKeyCandidate? OpenedBy { get; internal init; }

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => Key?.Dispose();
}
