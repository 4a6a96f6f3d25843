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
