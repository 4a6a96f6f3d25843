using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Keys;

/// <summary>The lengths of symmetric keys in bytes.</summary>
internal static class SymmetricLength
{
    /// <summary>The length of a TDES or AES key; null for other algorithms, whose keys have no fixed length.</summary>
    public static int? Of(string algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key or KeyAlgorithm.Aes128 => 16,
        KeyAlgorithm.Tdes3Key or KeyAlgorithm.Aes192 => 24,
        KeyAlgorithm.Aes256 => 32,
        _ => null,
    };

    /// <summary>The length that a new HMAC key gets: that of its hash.</summary>
    public static int OfHmac(string algorithm) => algorithm switch
    {
        KeyAlgorithm.HmacSha224 => 28,
        KeyAlgorithm.HmacSha384 => 48,
        KeyAlgorithm.HmacSha512 => 64,
        _ => 32,
    };
}
