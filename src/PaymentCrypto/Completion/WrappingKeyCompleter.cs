using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the RSA keys that a key to import can be wrapped under.</summary>
public sealed class WrappingKeyCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public WrappingKeyCompleter()
        : base(
            new CompletionValue(KeyAlgorithm.Rsa2048, "RSA with 2048 bits: carries TDES keys"),
            new CompletionValue(KeyAlgorithm.Rsa3072, "RSA with 3072 bits: carries TDES and AES-128 keys"),
            new CompletionValue(KeyAlgorithm.Rsa4096, "RSA with 4096 bits: carries TDES and AES-128 keys"))
    {
    }
}
