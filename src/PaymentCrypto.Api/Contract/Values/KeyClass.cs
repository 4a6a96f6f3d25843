namespace PaymentCrypto.Api;

/// <summary>The service's values for a key's class.</summary>
public static class KeyClass
{
    /// <summary>A symmetric key.</summary>
    public const string SymmetricKey = "SYMMETRIC_KEY";

    /// <summary>A key pair whose private half is in the service.</summary>
    public const string AsymmetricKeyPair = "ASYMMETRIC_KEY_PAIR";

    /// <summary>A private key alone; part of the model, in no documented use.</summary>
    public const string PrivateKey = "PRIVATE_KEY";

    /// <summary>An imported public key.</summary>
    public const string PublicKey = "PUBLIC_KEY";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [SymmetricKey, AsymmetricKeyPair, PrivateKey, PublicKey];
}
