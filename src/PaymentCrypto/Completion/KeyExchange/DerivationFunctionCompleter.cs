using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the key derivation functions of ECDH.</summary>
public sealed class DerivationFunctionCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DerivationFunctionCompleter()
        : base(
            new CompletionValue(KeyDerivationFunction.NistSp800, "One-step KDF of NIST SP 800-56A: counter before the secret"),
            new CompletionValue(KeyDerivationFunction.AnsiX963, "KDF of ANSI X9.63: counter after the secret"))
    {
    }
}
