namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>The two block ciphers of the payment world.</summary>
public enum BlockCipherAlgorithm
{
    /// <summary>Triple DES (TDEA), 8-byte blocks, keys of 8, 16 or 24 bytes.</summary>
    Tdes,

    /// <summary>AES, 16-byte blocks, keys of 16, 24 or 32 bytes.</summary>
    Aes,
}
