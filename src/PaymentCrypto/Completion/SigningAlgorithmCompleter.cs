using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the hashes of a certificate signing request.</summary>
public sealed class SigningAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public SigningAlgorithmCompleter()
        : base(
            new CompletionValue(SigningAlgorithmType.Sha256, "SHA-256, the usual one"),
            new CompletionValue(SigningAlgorithmType.Sha384, "SHA-384"),
            new CompletionValue(SigningAlgorithmType.Sha512, "SHA-512"),
            new CompletionValue(SigningAlgorithmType.Sha224, "SHA-224"))
    {
    }
}
