using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the classes of keys.</summary>
public sealed class KeyClassCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public KeyClassCompleter()
        : base(
            new CompletionValue(KeyClass.SymmetricKey, "TDES, AES or HMAC key"),
            new CompletionValue(KeyClass.AsymmetricKeyPair, "RSA or ECC key pair"),
            new CompletionValue(KeyClass.PublicKey, "Imported public key"),
            new CompletionValue(KeyClass.PrivateKey, "Private key"))
    {
    }
}
