using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the algorithms of key pairs.</summary>
public sealed class KeyPairAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public KeyPairAlgorithmCompleter()
        : base(
            new CompletionValue(KeyAlgorithm.Rsa2048, "RSA with 2048 bits: TR-34 and cryptograms of TDES keys"),
            new CompletionValue(KeyAlgorithm.Rsa3072, "RSA with 3072 bits: TR-34 and cryptograms of TDES and AES-128 keys"),
            new CompletionValue(KeyAlgorithm.Rsa4096, "RSA with 4096 bits: TR-34 and cryptograms of TDES and AES-128 keys"),
            new CompletionValue(KeyAlgorithm.EccNistP256, "P-256: ECDH for keys up to AES-128"),
            new CompletionValue(KeyAlgorithm.EccNistP384, "P-384: ECDH for keys up to AES-192"),
            new CompletionValue(KeyAlgorithm.EccNistP521, "P-521: ECDH for keys up to AES-256"))
    {
    }
}
