using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Exchange;

/// <summary>
/// Which wrapping keys are strong enough for which keys, as the service's documentation tabulates it (key import and export:
/// "strength of keys"). A key is never transported under a weaker one.
/// </summary>
internal static class KeyStrength
{
    private static readonly Dictionary<string, string[]> Symmetric = new(StringComparer.Ordinal)
    {
        [KeyAlgorithm.Tdes2Key] = [KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key, KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.Tdes3Key] = [KeyAlgorithm.Tdes3Key, KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.Aes128] = [KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.Aes192] = [KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.Aes256] = [KeyAlgorithm.Aes256],
        // HMAC keys are not in the service's table; any AES key is taken for them.
        [KeyAlgorithm.HmacSha224] = [KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.HmacSha256] = [KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.HmacSha384] = [KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
        [KeyAlgorithm.HmacSha512] = [KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256],
    };

    private static readonly Dictionary<string, string[]> Tdes = new(StringComparer.Ordinal)
    {
        [KeyAlgorithm.Tdes2Key] = [KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key],
        [KeyAlgorithm.Tdes3Key] = [KeyAlgorithm.Tdes3Key],
    };

    private static readonly Dictionary<string, string[]> Rsa = new(StringComparer.Ordinal)
    {
        [KeyAlgorithm.Tdes2Key] = [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096],
        [KeyAlgorithm.Tdes3Key] = [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096],
        [KeyAlgorithm.Aes128] = [KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096],
    };

    private static readonly Dictionary<string, string[]> Curves = new(StringComparer.Ordinal)
    {
        [KeyAlgorithm.Tdes2Key] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.Tdes3Key] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.Aes128] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.Aes192] = [KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.Aes256] = [KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.HmacSha224] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.HmacSha256] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.HmacSha384] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
        [KeyAlgorithm.HmacSha512] = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521],
    };

    /// <summary>Refuses to transport a key under a symmetric key that is weaker.</summary>
    /// <exception cref="ValidationException">The wrapping key is weaker, or cannot carry such a key at all.</exception>
    public static void RequireSymmetric(string keyAlgorithm, string wrappingAlgorithm) => Require(Symmetric, keyAlgorithm, wrappingAlgorithm, "TR-31");

    /// <summary>Refuses to transport a key under a TDES key encryption key that is weaker, and anything but a TDES key (AS 2805).</summary>
    /// <exception cref="ValidationException">The wrapping key is weaker, or cannot carry such a key at all.</exception>
    public static void RequireTdes(string keyAlgorithm, string wrappingAlgorithm) => Require(Tdes, keyAlgorithm, wrappingAlgorithm, "AS 2805");

    /// <summary>Refuses to transport a key under an RSA key that is weaker (TR-34 and RSA cryptograms).</summary>
    /// <exception cref="ValidationException">The wrapping key is weaker, or cannot carry such a key at all.</exception>
    public static void RequireRsa(string keyAlgorithm, string wrappingAlgorithm) => Require(Rsa, keyAlgorithm, wrappingAlgorithm, "RSA");

    /// <summary>Refuses to transport a key under a key agreement on a curve that is weaker.</summary>
    /// <exception cref="ValidationException">The curve is weaker.</exception>
    public static void RequireCurve(string keyAlgorithm, string curve) => Require(Curves, keyAlgorithm, curve, "ECDH");

    private static void Require(Dictionary<string, string[]> table, string keyAlgorithm, string wrappingAlgorithm, string transport)
    {
        if (!table.TryGetValue(keyAlgorithm, out string[]? allowed))
        {
            throw new ValidationException($"A key of algorithm {keyAlgorithm} cannot be transported by {transport} under {wrappingAlgorithm}: {transport} "
                + $"carries {string.Join(", ", table.Keys)} only.");
        }

        if (!allowed.Contains(wrappingAlgorithm))
        {
            throw new ValidationException(
                $"A key of algorithm {keyAlgorithm} cannot be transported by {transport} under {wrappingAlgorithm}, which is weaker: "
                    + $"{string.Join(" or ", allowed)} is needed.");
        }
    }
}
