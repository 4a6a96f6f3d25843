using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Tools;

namespace PaymentCrypto.Local.Calculators;

/// <summary>Message authentication codes.</summary>
internal sealed class MacCalculator : IMacCalculator
{
    // Of what is not CMAC or HMAC the service answers four bytes (DATA_PLANE 3).
    private const int ShortLength = 4;

    public string Compute(KeyMaterial key, string algorithm, byte[] message, int paddingMethod, int? length, StepLog? log) => Calculation.Run(log, steps =>
    {
        switch (algorithm)
        {
            case MacAlgorithm.Iso9797Algorithm1 or MacAlgorithm.Iso9797Algorithm3:
                return Iso9797(key, algorithm == MacAlgorithm.Iso9797Algorithm1, message, (Iso9797Padding)paddingMethod,
                    Within(length ?? ShortLength, Iso9797Mac.MaxLength), steps);
            case MacAlgorithm.As2805Part41:
                return Iso9797(key, isAlgorithm1: false, message, Iso9797Padding.Method1, Within(length ?? As2805Mac.Length, As2805Mac.Length), steps);
            case MacAlgorithm.Cmac:
                using (BlockCipher cipher = CalculatorKeys.Cipher(key))
                {
                    byte[] mac = new byte[Within(length ?? cipher.BlockSize, cipher.BlockSize)];
                    CipherMac.Compute(cipher, message, mac, steps);
                    return Convert.ToHexString(mac);
                }

            default:
                using (SecretBuffer bytes = key.Copy())
                {
                    byte[] mac = HashMac.Compute(HashOf(algorithm, key.Algorithm), bytes.Span, message, steps);
                    return Convert.ToHexString(mac.AsSpan(0, Within(length ?? mac.Length, mac.Length)));
                }
        }
    });

    private static string Iso9797(KeyMaterial key, bool isAlgorithm1, byte[] message, Iso9797Padding padding, int length, CalculationSteps? steps)
    {
        if (KeyAlgorithms.Family(key.Algorithm) != BlockCipherAlgorithm.Tdes)
        {
            throw new CalculationException(CalculationFailure.Key, $"The MACs of ISO 9797-1 are computed under TDES keys, but -Key is one of {key.Algorithm}.");
        }

        using SecretBuffer bytes = key.Copy();
        byte[] mac = new byte[length];
        if (isAlgorithm1)
        {
            Iso9797Mac.Algorithm1(bytes.Span, message, padding, mac, steps);
        }
        else
        {
            Iso9797Mac.Algorithm3(bytes.Span, message, padding, mac, steps);
        }

        return Convert.ToHexString(mac);
    }

    private static int Within(int length, int longest) => length <= longest
        ? length
        : throw new ParameterException(ParameterFailure.Invalid, "MacLength", $"-MacLength is {length} bytes, but this MAC has at most {longest}.");

    private static HmacHash HashOf(string algorithm, string own)
    {
        HmacHash? hash = KeyAlgorithms.HashOf(algorithm == MacAlgorithm.Hmac ? own : algorithm);
        return hash ?? throw new CalculationException(
            CalculationFailure.Key, $"-Algorithm HMAC takes its hash from the key, and -Key is one of {own}: give -KeyAlgorithm HMAC_SHA256 or another, or "
                + "-Algorithm HMAC_SHA256.");
    }
}
