namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// The algorithm of the wrapped key. The value of each member is its character in the header; other values are kept as they came
/// (digits are proprietary; H, I and J also mean HMAC with SHA-1, SHA-2 and SHA-3 in ISO 20038).
/// </summary>
public enum Tr31Algorithm
{
    /// <summary>AES.</summary>
    Aes = 'A',

    /// <summary>Single DES.</summary>
    Des = 'D',

    /// <summary>Elliptic curve.</summary>
    EllipticCurve = 'E',

    /// <summary>HMAC; the hash stands in the HM block.</summary>
    Hmac = 'H',

    /// <summary>HMAC with SHA-2 (ISO 20038).</summary>
    HmacSha2 = 'I',

    /// <summary>HMAC with SHA-3 (ISO 20038).</summary>
    HmacSha3 = 'J',

    /// <summary>RSA.</summary>
    Rsa = 'R',

    /// <summary>DSA.</summary>
    Dsa = 'S',

    /// <summary>Triple DES.</summary>
    Tdes = 'T',
}
