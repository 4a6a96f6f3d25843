using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;

namespace PaymentCrypto.Cryptography.Pins;

// What every PIN has to be. A refusal never shows a digit.
internal static class PinDigits
{
    internal const int Shortest = 4;
    internal const int Longest = 12;

    /// <summary>Refuses a PIN that is not 4 to 12 decimal digits (ISO 9564-1, 8.1).</summary>
    internal static void Check(ReadOnlySpan<char> pin) => CardDigits.Check("PIN", pin, Shortest, Longest);

    /// <summary>Reads the PIN of a PIN field: length, digits, fill. Every nibble is looked at, whatever the first ones are, and none is branched on.</summary>
    /// <param name="field">8 bytes.</param>
    /// <param name="control">The control field.</param>
    /// <param name="lowestFill">The lowest nibble of the fill.</param>
    /// <param name="highestFill">The highest nibble of the fill.</param>
    /// <param name="pin">Receives the digits; cleared when the field is not right.</param>
    /// <returns>How many digits the PIN has; 0 when the field is not right.</returns>
    internal static int Read(ReadOnlySpan<byte> field, int control, int lowestFill, int highestFill, Span<char> pin)
    {
        int length = field[0] & 0xF;
        bool right = (field[0] >> 4 == control) & ((uint)(length - Shortest) <= Longest - Shortest);
        ulong nibbles = BinaryPrimitives.ReadUInt64BigEndian(field) << 8;
        for (int i = 0; i < 14; i++, nibbles <<= 4)
        {
            int nibble = (int)(nibbles >> 60);
            right &= i < length ? nibble <= 9 : (uint)(nibble - lowestFill) <= (uint)(highestFill - lowestFill);
            if (i < Longest)
            {
                pin[i] = (char)('0' + nibble);
            }
        }

        pin[(right ? length : 0)..Longest].Clear();
        return right ? length : 0;
    }

    /// <summary>Writes control field, length and digits over a fill that is there already.</summary>
    internal static void Write(ReadOnlySpan<char> pin, int control, Span<byte> field)
    {
        field[0] = (byte)((control << 4) | pin.Length);
        for (int i = 0; i < pin.Length; i++)
        {
            ref byte target = ref field[1 + (i / 2)];
            target = (byte)(i % 2 == 0 ? ((pin[i] - '0') << 4) | (target & 0xF) : (target & 0xF0) | (pin[i] - '0'));
        }
    }

    internal static CryptographyException NotAPinBlock() => new(
        CryptographyError.PinBlock, "The PIN block does not hold a PIN in this format: the key, the PAN or the format may be another.");

    /// <summary>Fill of A to F, each as likely (ISO 9564-1, 9.3.4).</summary>
    internal static void FillWithLetters(Span<byte> field)
    {
        ReadOnlySpan<byte> letters = [0xA, 0xB, 0xC, 0xD, 0xE, 0xF];
        Span<byte> nibbles = stackalloc byte[2 * field.Length];
        RandomNumberGenerator.GetItems(letters, nibbles);
        for (int i = 0; i < field.Length; i++)
        {
            field[i] = (byte)((nibbles[2 * i] << 4) | nibbles[(2 * i) + 1]);
        }
    }
}
