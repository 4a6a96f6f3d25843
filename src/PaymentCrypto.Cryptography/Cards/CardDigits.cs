namespace PaymentCrypto.Cryptography.Cards;

// Digits of a card as half bytes of a block. A refusal names the field and the length wanted, never a digit: a PAN is a secret.
internal static class CardDigits
{
    internal static void Check(string field, ReadOnlySpan<char> digits, int shortest, int longest)
    {
        if (digits.Length < shortest || digits.Length > longest || digits.ContainsAnyExceptInRange('0', '9'))
        {
            string length = shortest == longest ? $"{shortest}" : $"{shortest} to {longest}";
            throw new CryptographyException(CryptographyError.InvalidArgument, $"The {field} must be {length} decimal digits.");
        }
    }

    /// <summary>Writes digits as half bytes from half byte <paramref name="at"/> on, over zeros.</summary>
    /// <returns>The half byte after the last one written.</returns>
    internal static int Pack(ReadOnlySpan<char> digits, Span<byte> block, int at)
    {
        foreach (char digit in digits)
        {
            block[at / 2] |= (byte)((digit - '0') << (at % 2 == 0 ? 4 : 0));
            at++;
        }

        return at;
    }

    /// <summary>
    /// The decimal half bytes left to right, then the letters left to right as digits from <paramref name="letterA"/> on. What comes out is compared
    /// with what somebody guesses: every half byte is sorted, and no branch depends on one.
    /// </summary>
    internal static void Decimalise(ReadOnlySpan<byte> block, int letterA, Span<char> digits)
    {
        Span<char> sorted = stackalloc char[2 * block.Length];
        int number = 0;
        int letter = sorted.Length;
        for (int i = 0; i < sorted.Length; i++)
        {
            letter += LetterMask(block, i);
        }

        for (int i = 0; i < sorted.Length; i++)
        {
            int isLetter = LetterMask(block, i);
            sorted[(number & ~isLetter) | (letter & isLetter)] = (char)('0' + Half(block, i) + (isLetter & (letterA - 10)));
            number += 1 + isLetter;
            letter -= isLetter;
        }

        sorted[..digits.Length].CopyTo(digits);
        sorted.Clear();
    }

    private static int Half(ReadOnlySpan<byte> block, int i) => (block[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;

    // All bits set for A to F, none for 0 to 9.
    private static int LetterMask(ReadOnlySpan<byte> block, int i) => (9 - Half(block, i)) >> 31;
}
