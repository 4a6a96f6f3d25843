namespace PaymentCrypto.Cryptography.Rsa;

/// <summary>How data is padded before RSA encryption (RFC 8017).</summary>
public enum RsaDataPadding
{
    /// <summary>Not at all (5.1.1): the caller pads. Without padding anybody can confirm a guess of the data, and change it.</summary>
    None,

    /// <summary>PKCS#1 version 1.5 (7.2).</summary>
    Pkcs1,

    /// <summary>OAEP with SHA-1, also for the mask, and an empty label (7.1).</summary>
    OaepSha1,

    /// <summary>OAEP with SHA-256, also for the mask, and an empty label (7.1).</summary>
    OaepSha256,

    /// <summary>OAEP with SHA-512, also for the mask, and an empty label (7.1).</summary>
    OaepSha512,
}
