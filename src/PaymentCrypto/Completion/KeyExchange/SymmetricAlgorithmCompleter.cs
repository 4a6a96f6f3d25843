using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the algorithms of clear keys.</summary>
public sealed class SymmetricAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public SymmetricAlgorithmCompleter()
        : base(
            new CompletionValue(KeyAlgorithm.Tdes2Key, "TDES, 16 bytes"),
            new CompletionValue(KeyAlgorithm.Tdes3Key, "TDES, 24 bytes"),
            new CompletionValue(KeyAlgorithm.Aes128, "AES, 16 bytes"),
            new CompletionValue(KeyAlgorithm.Aes192, "AES, 24 bytes"),
            new CompletionValue(KeyAlgorithm.Aes256, "AES, 32 bytes"),
            new CompletionValue(KeyAlgorithm.HmacSha224, "HMAC with SHA-224"),
            new CompletionValue(KeyAlgorithm.HmacSha256, "HMAC with SHA-256"),
            new CompletionValue(KeyAlgorithm.HmacSha384, "HMAC with SHA-384"),
            new CompletionValue(KeyAlgorithm.HmacSha512, "HMAC with SHA-512"),
            new CompletionValue("TDES", "TDES of any length"),
            new CompletionValue("AES", "AES of any length"))
    {
    }
}
