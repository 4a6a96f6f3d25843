using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Tools;
using Pvv = PaymentCrypto.Cryptography.Pins.VisaPinVerificationValue;

namespace PaymentCrypto.Local.Calculators;

/// <summary>PIN blocks, and what PINs are verified by.</summary>
internal sealed class PinCalculator : IPinCalculator
{
    private const int LongestPin = 12;

    public string ToBlock(KeyMaterial? key, int format, SecureString pin, string? primaryAccountNumber, StepLog? log) => Calculation.Run(log, steps =>
    {
        using var digits = ClearText.Of(pin);
        var kind = (PinBlockFormat)format;
        using SecretBuffer block = new(EncipheredPinBlock.LengthOf(kind));
        if (key is null)
        {
            PinBlock.Encode(kind, digits.Characters, primaryAccountNumber, block.Span, steps);
        }
        else
        {
            using BlockCipher cipher = PinKey(key, kind);
            EncipheredPinBlock.Encrypt(cipher, kind, digits.Characters, primaryAccountNumber, block.Span, steps);
        }

        return Convert.ToHexString(block.Span);
    });

    public SecureString FromBlock(KeyMaterial? key, int format, byte[] block, string? primaryAccountNumber, StepLog? log) => Calculation.Run(log, steps =>
    {
        var kind = (PinBlockFormat)format;
        Span<char> pin = stackalloc char[LongestPin];
        try
        {
            int length;
            if (key is null)
            {
                length = PinBlock.Decode(kind, block, primaryAccountNumber, pin, steps);
            }
            else
            {
                using BlockCipher cipher = PinKey(key, kind);
                length = EncipheredPinBlock.Decrypt(cipher, kind, block, primaryAccountNumber, pin, steps);
            }

            SecureString secret = new();
            foreach (char digit in pin[..length])
            {
                secret.AppendChar(digit);
            }

            secret.MakeReadOnly();
            return secret;
        }
        finally
        {
            pin.Clear();
        }
    });

    public string VerificationValue(KeyMaterial key, string primaryAccountNumber, int keyIndex, SecureString pin, StepLog? log) => Calculation.Run(log, steps =>
    {
        using var digits = ClearText.Of(pin);
        using BlockCipher cipher = CalculatorKeys.Tdes(key);
        Span<char> value = stackalloc char[Pvv.Length];
        Pvv.Generate(cipher, primaryAccountNumber, keyIndex, digits.Characters, value, steps);
        return value.ToString();
    });

    public string Offset(KeyMaterial key, Ibm3624Terms terms, SecureString pin, int? length, StepLog? log) => Calculation.Run(log, steps =>
    {
        using var digits = ClearText.Of(pin);
        using BlockCipher cipher = CalculatorKeys.Tdes(key);
        char[] offset = new char[length ?? digits.Characters.Length];
        Ibm3624.Offset(cipher, new Ibm3624Parameters(terms.DecimalizationTable, terms.ValidationData, terms.PadCharacter), digits.Characters, offset, steps);
        return new string(offset);
    });

    private static BlockCipher PinKey(KeyMaterial key, PinBlockFormat format)
    {
        bool isAes = KeyAlgorithms.Family(key.Algorithm) == BlockCipherAlgorithm.Aes;
        if (isAes != (format == PinBlockFormat.Iso4))
        {
            throw new CalculationException(
                CalculationFailure.Key,
                isAes
                    ? $"PIN blocks under AES are of ISO_FORMAT_4, and the PIN key is one of {key.Algorithm}: give a TDES key, or -PinBlockFormat ISO_FORMAT_4."
                    : $"PIN blocks of ISO_FORMAT_4 are under AES, and the PIN key is one of {key.Algorithm}: give an AES key, or another -PinBlockFormat.");
        }

        return CalculatorKeys.Cipher(key);
    }
}
