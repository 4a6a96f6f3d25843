namespace PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>How a key is derived from a shared secret. Both hash a counter, the secret and the shared information, in different order.</summary>
public enum KeyDerivationFunction
{
    /// <summary>One-step (concatenation) KDF of NIST SP 800-56A: hash of counter ‖ secret ‖ shared information (<c>NIST_SP800</c>).</summary>
    NistSp800,

    /// <summary>ANSI X9.63 KDF: hash of secret ‖ counter ‖ shared information (<c>ANSI_X963</c>).</summary>
    AnsiX963,
}
