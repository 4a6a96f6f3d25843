using PaymentCrypto.Api;

namespace PaymentCrypto.Local.KeyPairs;

/// <summary>The RSA algorithms of the service and their modulus lengths.</summary>
internal static class RsaKeySize
{
    /// <summary>The modulus length in bits, or null when the algorithm is not RSA.</summary>
    public static int? BitsOf(string? algorithm) => algorithm switch
    {
        KeyAlgorithm.Rsa2048 => 2048,
        KeyAlgorithm.Rsa3072 => 3072,
        KeyAlgorithm.Rsa4096 => 4096,
        _ => null,
    };
}
