using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the RSA key that the service signs an exported TR-34 token with.</summary>
public sealed class SigningKeyCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public SigningKeyCompleter()
        : base(new CompletionValue(KeyAlgorithm.Rsa2048, "RSA with 2048 bits"))
    {
    }
}
