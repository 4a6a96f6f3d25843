namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>Letters and digits of a mainframe, which are the same in each code page of EBCDIC.</summary>
internal static class Ebcdic
{
    /// <summary>The text of bytes that are letters, digits, blanks and line ends alone; null for others, which most cryptograms are after some bytes.</summary>
    public static string? AsText(ReadOnlySpan<byte> bytes)
    {
        char[] text = new char[bytes.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (Character(bytes[i]) is not { } character)
            {
                return null;
            }

            text[i] = character;
        }

        return new string(text).Trim();
    }

    private static char? Character(byte value) => value switch
    {
        >= 0xF0 and <= 0xF9 => (char)('0' + (value - 0xF0)),
        >= 0xC1 and <= 0xC9 => (char)('A' + (value - 0xC1)),
        >= 0xD1 and <= 0xD9 => (char)('J' + (value - 0xD1)),
        >= 0xE2 and <= 0xE9 => (char)('S' + (value - 0xE2)),
        >= 0x81 and <= 0x89 => (char)('a' + (value - 0x81)),
        >= 0x91 and <= 0x99 => (char)('j' + (value - 0x91)),
        >= 0xA2 and <= 0xA9 => (char)('s' + (value - 0xA2)),
        0x40 or 0x0D or 0x15 or 0x25 => ' ',
        _ => null,
    };
}
