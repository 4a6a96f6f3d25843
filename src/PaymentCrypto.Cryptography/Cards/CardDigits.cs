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

    /// <summary>The decimal half bytes left to right, then the letters left to right as digits from <paramref name="letterA"/> on.</summary>
    internal static void Decimalise(ReadOnlySpan<byte> block, int letterA, Span<char> digits)
    {
        int written = 0;
        for (int letters = 0; letters < 2; letters++)
        {
            for (int i = 0; i < block.Length * 2 && written < digits.Length; i++)
            {
                int half = (block[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF;
                if ((half > 9) == (letters == 1))
                {
                    digits[written++] = (char)('0' + (half > 9 ? half - 10 + letterA : half));
                }
            }
        }
    }
}
