using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Repair;

/// <summary>
/// Finds the one damaged character of a TR-31 block: every other character is tried in every place, and the MAC says which block was
/// wrapped. A MAC of 8 or 16 bytes leaves no chance hits; the 4 bytes of versions A and C leave one in a million tries.
/// </summary>
public static class KeyBlockRepair
{
    /// <summary>The longest block that is tried, in characters: the work grows with the square of the length.</summary>
    public const int MaximumLength = 1024;

    private const string Digits = "0123456789ABCDEF";
    private const string FieldCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string LabelCharacters = " -:/.+abcdefghijklmnopqrstuvwxyz";

    /// <summary>Tries.</summary>
    /// <param name="text">The block as received, in one line.</param>
    /// <param name="protectionKey">The KBPK under which it was wrapped.</param>
    /// <returns>Every correction under which the MAC verifies: none, one, or by chance more. Empty too when nothing is wrong.</returns>
    public static IReadOnlyList<KeyBlockCorrection> Find(string text, KeyBlockProtectionKey protectionKey)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(protectionKey);
        if (text.Length is < Tr31KeyBlockHeader.FixedLength or > MaximumLength || Verifies(text, protectionKey))
        {
            return [];
        }

        // What is no character of a block at all can only be the one.
        List<int> odd = OddCharacters(text);
        if (odd.Count > 1)
        {
            return [];
        }

        List<KeyBlockCorrection> found = [];
        if (odd.Count == 1)
        {
            // Fields and digits first: a lenient reader takes a digit of the payload in lower case too, and would find it twice.
            TryAt(text, odd[0], FieldCharacters, protectionKey, found);
            if (found.Count == 0 && odd[0] >= Tr31KeyBlockHeader.FixedLength)
            {
                TryAt(text, odd[0], LabelCharacters, protectionKey, found);
            }

            return found;
        }

        int headerLength = HeaderLengthOf(text, protectionKey, found);
        if (found.Count > 0)
        {
            return found;
        }

        TryPayload(text, headerLength, protectionKey, found);
        for (int i = 0; i < headerLength; i++)
        {
            TryAt(text, i, CharactersAt(i, text), protectionKey, found);
        }

        return found;
    }

    private static bool Verifies(string text, KeyBlockProtectionKey protectionKey)
    {
        try
        {
            return Tr31KeyBlock.Parse(text).HasMacOf(protectionKey);
        }
        catch (CryptographyException)
        {
            return false;
        }
    }

    private static void TryAt(string text, int position, string characters, KeyBlockProtectionKey protectionKey, List<KeyBlockCorrection> found)
    {
        foreach (char c in characters)
        {
            if (c != text[position])
            {
                string candidate = string.Concat(text.AsSpan(0, position), [c], text.AsSpan(position + 1));
                if (Verifies(candidate, protectionKey))
                {
                    found.Add(new KeyBlockCorrection(position + 1, text[position], c, candidate));
                }
            }
        }
    }

    /// <summary>The payload's digits: header and layout stay, so that nothing has to be read again.</summary>
    private static void TryPayload(string text, int headerLength, KeyBlockProtectionKey protectionKey, List<KeyBlockCorrection> found)
    {
        ProtectionCiphers ciphers;
        Tr31Version version;
        try
        {
            version = Tr31KeyBlock.Parse(text).Header.Version;
            ciphers = protectionKey.CiphersFor(version);
        }
        catch (CryptographyException)
        {
            return;
        }

        byte[] input = Convert.FromHexString(text.AsSpan(headerLength));
        using var clear = new SecretBuffer(headerLength + input.Length - PayloadProtection.MacLength(version));
        Encoding.ASCII.GetBytes(text.AsSpan(0, headerLength), clear.Span);
        for (int i = 0; i < 2 * input.Length; i++)
        {
            ref byte b = ref input[i / 2];
            int shift = i % 2 == 0 ? 4 : 0;
            byte before = b;
            int digit = (before >> shift) & 0x0F;
            for (int other = 0; other < Digits.Length; other++)
            {
                b = (byte)(before ^ ((digit ^ other) << shift));
                if (other != digit && PayloadProtection.Unprotect(version, ciphers, input, clear.Span, headerLength))
                {
                    int at = headerLength + i;
                    found.Add(new KeyBlockCorrection(at + 1, text[at], Digits[other],
                        string.Concat(text.AsSpan(0, at), Digits.AsSpan(other, 1), text.AsSpan(at + 1))));
                }
            }

            b = before;
        }

        CryptographicOperations.ZeroMemory(clear.Span);
    }

    private static string CharactersAt(int position, string text) => position switch
    {
        0 => "ABCDE",

        // The length can only be what it is: one digit of it may differ.
        < 5 => text.Length.ToString("D4", System.Globalization.CultureInfo.InvariantCulture)[position - 1] is var right && text[position] != right
            ? right.ToString()
            : string.Empty,
        11 => "ENS",
        12 or 13 or 15 => "0123456789",
        14 => "012",
        < Tr31KeyBlockHeader.FixedLength => FieldCharacters,
        _ => FieldCharacters + LabelCharacters,
    };

    private static List<int> OddCharacters(string text)
    {
        List<int> odd = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]) && (text[i] is < ' ' or > '~' || i < Tr31KeyBlockHeader.FixedLength))
            {
                odd.Add(i);
            }
        }

        return odd;
    }

    /// <summary>Where the payload begins; as far as it may reach when a damaged character hides it.</summary>
    private static int HeaderLengthOf(string text, KeyBlockProtectionKey protectionKey, List<KeyBlockCorrection> found)
    {
        try
        {
            return Tr31KeyBlock.Parse(text).HeaderLength;
        }
        catch (CryptographyException error)
            when (error.Error == CryptographyError.Tr31Payload && LastNonDigit(text) is >= Tr31KeyBlockHeader.FixedLength and var at)
        {
            // Either a letter among the digits of the payload, or the last of an optional block whose length, behind its identifier, is wrong.
            const int behindIdentifier = 4;
            TryAt(text, at, Digits, protectionKey, found);
            return Math.Min(text.Length, at + behindIdentifier);
        }
        catch (CryptographyException)
        {
            return text.Length;
        }
    }

    private static int LastNonDigit(string text)
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiHexDigit(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
