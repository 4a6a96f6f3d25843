using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Tools;

namespace PaymentCrypto.Local.Calculators;

/// <summary>Clear keys as ciphers.</summary>
internal static class CalculatorKeys
{
    /// <summary>The cipher of a TDES key.</summary>
    /// <exception cref="CalculationException">It is another key.</exception>
    public static BlockCipher Tdes(KeyMaterial key) => key.Algorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key
        ? Cipher(key)
        : throw new CalculationException(CalculationFailure.Key, $"A TDES key is needed here, but -Key is one of {key.Algorithm}.");

    /// <summary>The cipher of a TDES or AES key.</summary>
    /// <exception cref="CalculationException">It is another key.</exception>
    public static BlockCipher Cipher(KeyMaterial key)
    {
        BlockCipherAlgorithm algorithm = KeyAlgorithms.Family(key.Algorithm) ?? throw new CalculationException(
            CalculationFailure.Key, $"A TDES or AES key is needed here, but -Key is one of {key.Algorithm}.");
        using SecretBuffer bytes = key.Copy();
        return BlockCipher.Create(algorithm, bytes.Span);
    }
}
