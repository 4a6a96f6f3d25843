using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Cards;

/// <summary>
/// The card verification value of Visa and Mastercard (CVV, CVC). The service code makes the variant: the card's own for CVV, 000 for
/// CVV2, 999 for iCVV.
/// </summary>
public static class CardVerificationValue
{
    private const string Clause = "Visa Payment Technology Standards Manual, CVV";

    /// <summary>Computes the value.</summary>
    /// <param name="key">The card verification key pair A and B: 16 bytes. Of a key of 24 bytes the first part stands for A, the whole for the pair.</param>
    /// <param name="pan">12 to 19 decimal digits.</param>
    /// <param name="expiry">4 decimal digits, in the order that the issuer uses: YYMM for most, MMYY for some CVV2.</param>
    /// <param name="serviceCode">3 decimal digits.</param>
    /// <param name="value">Receives the value: 1 to 5 decimal digits, 3 on a card.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Generate(
        ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode, Span<char> value,
        CalculationSteps? steps = null)
    {
        Check(key, pan, expiry, serviceCode, value);
        Span<byte> data = stackalloc byte[16];
        Pack(pan, expiry, serviceCode, data);
        steps?.AddBlock("Join PAN, date and service code, zeros after them", Clause, [.. pan, .. expiry, .. serviceCode], data);
        Compute(key, data, value, Clause, steps);
        CryptographicOperations.ZeroMemory(data);
    }

    /// <summary>Compares a value with the computed one, in constant time.</summary>
    /// <param name="key">As in <see cref="Generate"/>.</param>
    /// <param name="pan">As in <see cref="Generate"/>.</param>
    /// <param name="expiry">As in <see cref="Generate"/>.</param>
    /// <param name="serviceCode">As in <see cref="Generate"/>.</param>
    /// <param name="value">The value to check: 1 to 5 decimal digits.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>Whether it is the value of this card.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static bool Verify(
        ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode, ReadOnlySpan<char> value,
        CalculationSteps? steps = null)
    {
        CardDigits.Check("card verification value", value, 1, 5);
        Span<char> expected = stackalloc char[value.Length];
        Generate(key, pan, expiry, serviceCode, expected, steps);
        bool same = CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(expected), MemoryMarshal.AsBytes(value));
        expected.Clear();
        return same;
    }

    internal static void Check(ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode,
        ReadOnlySpan<char> value)
    {
        if (key.Length is not (16 or 24))
        {
            throw new CryptographyException(CryptographyError.InvalidKey, $"A card verification key has 16 or 24 bytes, but this one has {key.Length}.");
        }

        CardDigits.Check("PAN", pan, 12, 19);
        CardDigits.Check("expiry date", expiry, 4, 4);
        CardDigits.Check("service code", serviceCode, 3, 3);
        if (value.Length is < 1 or > 5)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A card verification value has 1 to 5 digits, not {value.Length}.");
        }
    }

    internal static void Pack(ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode, Span<byte> data)
    {
        data.Clear();
        int at = CardDigits.Pack(pan, data, 0);
        at = CardDigits.Pack(expiry, data, at);
        CardDigits.Pack(serviceCode, data, at);
    }

    internal static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<char> value, string clause, CalculationSteps? steps)
    {
        Span<byte> block = stackalloc byte[8];
        Span<byte> result = stackalloc byte[8];
        TdesBlock.Encrypt(key[..8], data[..8], block);
        steps?.AddTdes("Encrypt the first block under key A", clause, data[..8], key[..8], block);
        Bytes.Xor(block, data[8..]);
        TdesBlock.Encrypt(key, block, result);
        steps?.AddTdes("XOR the second block, encrypt under keys A and B", clause, block, key, result);
        CardDigits.Decimalise(result, 0, value);
        steps?.AddDigits("Decimalise, A to F as 0 to 5", clause, result, value);
        CryptographicOperations.ZeroMemory(block);
        CryptographicOperations.ZeroMemory(result);
    }
}
