namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The content encryption under the ephemeral key. Always CBC with PKCS#7 padding.</summary>
public enum Tr34Cipher
{
    /// <summary>Triple DES with three keys, 24-byte key, 8-byte IV.</summary>
    TripleDes,

    /// <summary>AES-128, 16-byte IV.</summary>
    Aes128,

    /// <summary>AES-192, 16-byte IV.</summary>
    Aes192,

    /// <summary>AES-256, 16-byte IV.</summary>
    Aes256,
}
