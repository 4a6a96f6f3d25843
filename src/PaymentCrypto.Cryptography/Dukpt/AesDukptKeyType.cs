namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>The kind of key that AES DUKPT derives (X9.24-3:2017 table 3).</summary>
public enum AesDukptKeyType
{
    /// <summary>Double-length triple DES, 16 bytes.</summary>
    Tdes2Key,

    /// <summary>Triple-length triple DES, 24 bytes.</summary>
    Tdes3Key,

    /// <summary>AES, 16 bytes.</summary>
    Aes128,

    /// <summary>AES, 24 bytes.</summary>
    Aes192,

    /// <summary>AES, 32 bytes.</summary>
    Aes256,

    /// <summary>HMAC, 16 bytes.</summary>
    Hmac128,

    /// <summary>HMAC, 24 bytes.</summary>
    Hmac192,

    /// <summary>HMAC, 32 bytes.</summary>
    Hmac256,
}
