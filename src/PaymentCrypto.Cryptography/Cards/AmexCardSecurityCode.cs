using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Cards;

/// <summary>
/// The card security code (CSC) of American Express. Its specification is not public: the formula was found from published outputs of an
/// established tool, all twelve digits of both versions. A card has three codes, of 5, 4 and 3 digits, and none is a part of another.
/// </summary>
public static class AmexCardSecurityCode
{
    private const string Clause = "American Express CSC, from published outputs";
    private const int Digits = 12;
    private const int PanLength = 15;

    /// <summary>Computes version 1.</summary>
    /// <param name="key">The card security code key: 16 or 24 bytes.</param>
    /// <param name="pan">15 decimal digits.</param>
    /// <param name="expiry">4 decimal digits: YYMM.</param>
    /// <param name="code">Receives the code: 3, 4 or 5 decimal digits, which chooses the code.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void GenerateVersion1(
        ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, Span<char> code, CalculationSteps? steps = null)
        => Generate(key, pan, expiry, default, code, steps);

    /// <summary>Computes version 2, which depends on the service code too.</summary>
    /// <param name="key">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="pan">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="expiry">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="serviceCode">3 decimal digits: 000 for CSC 2, 999 for the contact and 702 for the contactless chip.</param>
    /// <param name="code">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void GenerateVersion2(
        ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode, Span<char> code,
        CalculationSteps? steps = null)
    {
        CardDigits.Check("service code", serviceCode, 3, 3);
        Generate(key, pan, expiry, serviceCode, code, steps);
    }

    /// <summary>Compares a code of version 1 with the computed one, in constant time.</summary>
    /// <param name="key">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="pan">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="expiry">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="code">The code to check: 3, 4 or 5 decimal digits, which chooses the code.</param>
    /// <returns>Whether it is the code of this card.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static bool VerifyVersion1(ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> code)
    {
        CheckCode(code);
        Span<char> expected = stackalloc char[code.Length];
        GenerateVersion1(key, pan, expiry, expected);
        return Same(expected, code);
    }

    /// <summary>Compares a code of version 2 with the computed one, in constant time.</summary>
    /// <param name="key">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="pan">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="expiry">As in <see cref="GenerateVersion1"/>.</param>
    /// <param name="serviceCode">As in <see cref="GenerateVersion2"/>.</param>
    /// <param name="code">As in <see cref="VerifyVersion1"/>.</param>
    /// <returns>Whether it is the code of this card.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static bool VerifyVersion2(
        ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode, ReadOnlySpan<char> code)
    {
        CheckCode(code);
        Span<char> expected = stackalloc char[code.Length];
        GenerateVersion2(key, pan, expiry, serviceCode, expected);
        return Same(expected, code);
    }

    private static void Generate(
        ReadOnlySpan<byte> key, ReadOnlySpan<char> pan, ReadOnlySpan<char> expiry, ReadOnlySpan<char> serviceCode, Span<char> code, CalculationSteps? steps)
    {
        if (key.Length is not (16 or 24))
        {
            throw new CryptographyException(CryptographyError.InvalidKey, $"A card security code key has 16 or 24 bytes, but this one has {key.Length}.");
        }

        CardDigits.Check("PAN of an American Express card", pan, PanLength, PanLength);
        CardDigits.Check("expiry date", expiry, 4, 4);
        if (code.Length is < 3 or > 5)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A card security code has 3, 4 or 5 digits, not {code.Length}.");
        }

        Span<byte> block = stackalloc byte[8];
        Span<byte> result = stackalloc byte[8];
        block.Clear();

        // The PAN without the two digits that every card of the scheme begins with, and without its check digit.
        CardDigits.Pack(pan[2..^1], block, CardDigits.Pack(expiry, block, 0));
        TdesBlock.Encrypt(key, block, result);
        steps?.AddTdes("Encrypt the expiry date and 12 digits of the PAN", Clause, block, key, result);
        if (!serviceCode.IsEmpty)
        {
            block.Clear();
            CardDigits.Pack(serviceCode, block, 0);
            Bytes.Xor(block, result);
            TdesBlock.Encrypt(key, block, result);
            steps?.AddTdes("XOR the service code, encrypt", Clause, block, key, result);
        }

        Span<char> digits = stackalloc char[Digits];
        CardDigits.Decimalise(result, 1, digits);
        int start = code.Length switch { 5 => 0, 4 => 5, _ => 9 };
        digits.Slice(start, code.Length).CopyTo(code);
        steps?.AddDigits("Decimalise, A to F as 1 to 6: the codes of 5, 4 and 3 digits", Clause, result, digits);
        CryptographicOperations.ZeroMemory(block);
        CryptographicOperations.ZeroMemory(result);
        digits.Clear();
    }

    private static void CheckCode(ReadOnlySpan<char> code) => CardDigits.Check("card security code", code, 3, 5);

    private static bool Same(Span<char> expected, ReadOnlySpan<char> code)
    {
        bool same = CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(expected), MemoryMarshal.AsBytes(code));
        expected.Clear();
        return same;
    }
}
