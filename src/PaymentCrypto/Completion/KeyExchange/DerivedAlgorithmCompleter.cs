using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the algorithms of keys that are derived or made in components.</summary>
public sealed class DerivedAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DerivedAlgorithmCompleter()
        : base(
            new CompletionValue(KeyAlgorithm.Tdes2Key, "TDES, 16 bytes"),
            new CompletionValue(KeyAlgorithm.Tdes3Key, "TDES, 24 bytes"),
            new CompletionValue(KeyAlgorithm.Aes128, "AES, 16 bytes"),
            new CompletionValue(KeyAlgorithm.Aes192, "AES, 24 bytes"),
            new CompletionValue(KeyAlgorithm.Aes256, "AES, 32 bytes"))
    {
    }
}
