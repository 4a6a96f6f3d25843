namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>The hash of an HMAC. The value of each member is its two-digit hex code in the HM block of a key block (X9.143).</summary>
public enum HmacHash
{
    /// <summary>SHA-1.</summary>
    Sha1 = 0x10,

    /// <summary>SHA-224.</summary>
    Sha224 = 0x20,

    /// <summary>SHA-256.</summary>
    Sha256 = 0x21,

    /// <summary>SHA-384.</summary>
    Sha384 = 0x22,

    /// <summary>SHA-512.</summary>
    Sha512 = 0x23,

    /// <summary>SHA-512/224.</summary>
    Sha512Truncated224 = 0x24,

    /// <summary>SHA-512/256.</summary>
    Sha512Truncated256 = 0x25,

    /// <summary>SHA3-224.</summary>
    Sha3224 = 0x30,

    /// <summary>SHA3-256.</summary>
    Sha3256 = 0x31,

    /// <summary>SHA3-384.</summary>
    Sha3384 = 0x32,

    /// <summary>SHA3-512.</summary>
    Sha3512 = 0x33,

    /// <summary>SHAKE128.</summary>
    Shake128 = 0x40,

    /// <summary>SHAKE256.</summary>
    Shake256 = 0x41,
}
