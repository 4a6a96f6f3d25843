using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the ways to compute a key check value.</summary>
public sealed class KeyCheckValueAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public KeyCheckValueAlgorithmCompleter()
        : base(
            new CompletionValue(KeyCheckValueAlgorithm.AnsiX924, "Encrypt a block of zeros: the default for TDES"),
            new CompletionValue(KeyCheckValueAlgorithm.Cmac, "CMAC of a block of zeros: the default for AES"),
            new CompletionValue(KeyCheckValueAlgorithm.Hmac, "HMAC of nothing: the default for HMAC keys"),
            new CompletionValue(KeyCheckValueAlgorithm.Sha1, "SHA-1 of the public key: the default for key pairs"))
    {
    }
}
