using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using Kcv = PaymentCrypto.Cryptography.KeyBlocks.CheckValues.KeyCheckValue;

namespace PaymentCrypto.Local.Keys;

/// <summary>Key check values as the service computes them.</summary>
internal static class CheckValues
{
    /// <summary>The check value of a symmetric key.</summary>
    /// <param name="algorithm">The key's algorithm.</param>
    /// <param name="material">The key.</param>
    /// <param name="requested">The method that the caller asks for; null for the algorithm's own.</param>
    /// <returns>The method that was used, and the value in upper-case hex.</returns>
    /// <exception cref="ValidationException">The method does not exist for the algorithm.</exception>
    public static (string Method, string Value) OfSymmetric(string algorithm, ReadOnlySpan<byte> material, string? requested)
    {
        string method = requested ?? DefaultFor(algorithm);
        BlockCipherAlgorithm? cipher = algorithm switch
        {
            KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key => BlockCipherAlgorithm.Tdes,
            KeyAlgorithm.Aes128 or KeyAlgorithm.Aes192 or KeyAlgorithm.Aes256 => BlockCipherAlgorithm.Aes,
            _ => null,
        };
        return (method, (method, cipher) switch
        {
            (KeyCheckValueAlgorithm.AnsiX924, { } known) => Kcv.AnsiX924(known, material),
            (KeyCheckValueAlgorithm.Cmac, { } known) => Kcv.Cmac(known, material),
            (KeyCheckValueAlgorithm.Hmac, null) => Kcv.Hmac(HashOf(algorithm), material),
            _ => throw new ValidationException($"KeyCheckValueAlgorithm {method} does not go with {algorithm}: use {DefaultFor(algorithm)}."),
        });
    }

    /// <summary>The check value of a public key. A method that a caller asks for is ignored, as by the service.</summary>
    /// <param name="publicKey">DER SubjectPublicKeyInfo.</param>
    public static (string Method, string Value) OfPublicKey(ReadOnlySpan<byte> publicKey) => (KeyCheckValueAlgorithm.Sha1, Kcv.Sha1(publicKey));

    /// <summary>The hash of an HMAC algorithm.</summary>
    public static HmacHash HashOf(string algorithm) => algorithm switch
    {
        KeyAlgorithm.HmacSha224 => HmacHash.Sha224,
        KeyAlgorithm.HmacSha384 => HmacHash.Sha384,
        KeyAlgorithm.HmacSha512 => HmacHash.Sha512,
        _ => HmacHash.Sha256,
    };

    private static string DefaultFor(string algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key => KeyCheckValueAlgorithm.AnsiX924,
        KeyAlgorithm.Aes128 or KeyAlgorithm.Aes192 or KeyAlgorithm.Aes256 => KeyCheckValueAlgorithm.Cmac,
        _ => KeyCheckValueAlgorithm.Hmac,
    };
}
