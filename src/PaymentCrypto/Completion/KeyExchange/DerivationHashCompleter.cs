using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the hashes of key derivation functions.</summary>
public sealed class DerivationHashCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DerivationHashCompleter()
        : base(
            new CompletionValue(KeyDerivationHashAlgorithm.Sha256, "SHA-256"),
            new CompletionValue(KeyDerivationHashAlgorithm.Sha384, "SHA-384"),
            new CompletionValue(KeyDerivationHashAlgorithm.Sha512, "SHA-512"))
    {
    }
}
