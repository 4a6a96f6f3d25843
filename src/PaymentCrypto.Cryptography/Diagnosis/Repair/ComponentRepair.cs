using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Repair;

/// <summary>
/// Finds the one wrong digit, or the two swapped ones, of a component. A check value of six digits fits one in 16 million keys by chance, one
/// of four digits one in 65,536; and the check value of a TDES key does not see parity bits. So there may be more than one correction: all
/// are told, and none is picked.
/// </summary>
public static class ComponentRepair
{
    private const int LongestCheckValue = 8;
    private const string Digits = "0123456789ABCDEF";

    /// <summary>By the check value of the component itself.</summary>
    /// <param name="algorithm">What the key is for.</param>
    /// <param name="component">The component as it was entered.</param>
    /// <param name="checkValue">4 to 16 hex digits: ANSI X9.24 for TDES, CMAC for AES.</param>
    /// <returns>Every correction that fits; the caller disposes each. None when nothing is wrong.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/> or <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static IReadOnlyList<ComponentCorrection> Find(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> component, string checkValue)
    {
        using var empty = new SecretBuffer(component.Length);
        return Find(algorithm, component, empty.Span, Read(checkValue), number: 1);
    }

    /// <summary>By the check value of the key that all components give.</summary>
    /// <param name="algorithm">What the key is for.</param>
    /// <param name="components">All components as they were entered, of one length.</param>
    /// <param name="keyCheckValue">4 to 16 hex digits of the check value of the key.</param>
    /// <returns>Every correction that fits, of any component; the caller disposes each. None when nothing is wrong.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/> or <see cref="CryptographyError.KeyComponent"/>.
    /// </exception>
    public static IReadOnlyList<ComponentCorrection> Find(BlockCipherAlgorithm algorithm, IReadOnlyList<SecretBuffer> components, string keyCheckValue)
    {
        ArgumentNullException.ThrowIfNull(components);
        if (components.Count == 0 || components.Any(component => component.Length != components[0].Length))
        {
            throw new CryptographyException(CryptographyError.KeyComponent, "All components of a key have one length, and there is at least one.");
        }

        string digits = Read(keyCheckValue);
        List<ComponentCorrection> found = [];
        for (int i = 0; i < components.Count; i++)
        {
            using var others = new SecretBuffer(components[i].Length);
            for (int j = 0; j < components.Count; j++)
            {
                if (j != i)
                {
                    Bytes.Xor(others.Span, components[j].Span);
                }
            }

            found.AddRange(Find(algorithm, components[i].Span, others.Span, digits, i + 1));
        }

        return found;
    }

    private static List<ComponentCorrection> Find(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> component, ReadOnlySpan<byte> others, string digits,
        int number)
    {
        List<ComponentCorrection> found = [];
        using var tried = SecretBuffer.CopyOf(component);
        using var key = new SecretBuffer(component.Length);
        if (Fits(algorithm, tried.Span, others, key.Span, digits))
        {
            return found;
        }

        for (int i = 0; i < 2 * component.Length; i++)
        {
            int before = DigitAt(component, i);
            for (int digit = 0; digit < Digits.Length; digit++)
            {
                if (digit != before)
                {
                    Set(tried.Span, i, digit);
                    if (Fits(algorithm, tried.Span, others, key.Span, digits))
                    {
                        found.Add(new ComponentCorrection(number, i + 1, null, Digits[digit], KeyParity.IsOdd(tried.Span), SecretBuffer.CopyOf(tried.Span)));
                    }
                }
            }

            Set(tried.Span, i, before);
            TrySwaps(algorithm, component, others, digits, number, i, tried, key, found);
        }

        return found;
    }

    private static void TrySwaps(
        BlockCipherAlgorithm algorithm,
        ReadOnlySpan<byte> component,
        ReadOnlySpan<byte> others,
        string digits,
        int number,
        int first,
        SecretBuffer tried,
        SecretBuffer key,
        List<ComponentCorrection> found)
    {
        int one = DigitAt(component, first);
        for (int second = first + 1; second < 2 * component.Length; second++)
        {
            int other = DigitAt(component, second);
            if (one == other)
            {
                continue;
            }

            Set(tried.Span, first, other);
            Set(tried.Span, second, one);
            if (Fits(algorithm, tried.Span, others, key.Span, digits))
            {
                found.Add(new ComponentCorrection(number, first + 1, second + 1, Digits[other], KeyParity.IsOdd(tried.Span), SecretBuffer.CopyOf(tried.Span)));
            }

            Set(tried.Span, first, one);
            Set(tried.Span, second, other);
        }
    }

    private static bool Fits(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> component, ReadOnlySpan<byte> others, Span<byte> key, string digits)
    {
        component.CopyTo(key);
        Bytes.Xor(key, others);
        string value = algorithm == BlockCipherAlgorithm.Tdes
            ? KeyCheckValue.AnsiX924(algorithm, key, digits.Length / 2)
            : KeyCheckValue.Cmac(algorithm, key, digits.Length / 2);
        return value == digits;
    }

    private static int DigitAt(ReadOnlySpan<byte> component, int index) => index % 2 == 0 ? component[index / 2] >> 4 : component[index / 2] & 0x0F;

    private static void Set(Span<byte> component, int index, int digit)
    {
        ref byte b = ref component[index / 2];
        b = index % 2 == 0 ? (byte)((b & 0x0F) | (digit << 4)) : (byte)((b & 0xF0) | digit);
    }

    private static string Read(string checkValue)
    {
        ArgumentNullException.ThrowIfNull(checkValue);
        string digits = string.Concat(checkValue.Where(static c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return digits.Length is >= 4 and <= 2 * LongestCheckValue && digits.Length % 2 == 0 && HexText.IsHex(digits)
            ? digits
            : throw new CryptographyException(CryptographyError.InvalidArgument,
                $"A check value is 4 to {2 * LongestCheckValue} hex digits, an even number of them; {digits.Length} characters were given.");
    }
}
