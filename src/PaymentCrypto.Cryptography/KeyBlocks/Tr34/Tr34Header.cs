using System.Globalization;
using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>What TR-34 asks of the key block header that travels with a key. Its version letter and length field mean nothing here.</summary>
internal static class Tr34Header
{
    private const int MinimumLength = 16;
    private const int AlgorithmPosition = 7;

    /// <summary>The header as text.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr34Header"/>: shorter than 16 characters, or not printable ASCII.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < MinimumLength)
        {
            throw new CryptographyException(CryptographyError.Tr34Header, string.Create(
                CultureInfo.InvariantCulture, $"The key block header is {bytes.Length} bytes long; it has at least {MinimumLength} characters."));
        }

        if (bytes.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) is >= 0 and var position)
        {
            throw new CryptographyException(CryptographyError.Tr34Header, string.Create(
                CultureInfo.InvariantCulture, $"The key block header holds 0x{bytes[position]:X2} at position {position}; only printable ASCII is allowed."));
        }

        return Encoding.ASCII.GetString(bytes);
    }

    /// <summary>Refuses a header that is none, for writers.</summary>
    public static byte[] Encode(string header)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(header);
        Decode(bytes);
        return bytes;
    }

    /// <summary>
    /// The header's text with a length field, if it has none: that of a version D block with the key's length hidden, as in the
    /// tokens that the service makes (<c>D0112…</c> for TDES, <c>D0144…</c> for AES).
    /// </summary>
    public static string Text(Tr31KeyBlockHeader header, int keyLength)
    {
        const int cipherBlock = 16;
        const int lengthField = 2;
        string text = header.ToString();
        if (header.TotalLength != 0)
        {
            return text;
        }

        int hiddenLength = header.Algorithm switch
        {
            Tr31Algorithm.Tdes or Tr31Algorithm.Des => Math.Max(keyLength, 24),
            Tr31Algorithm.Aes => Math.Max(keyLength, 32),
            _ => keyLength,
        };
        int payload = (lengthField + hiddenLength + cipherBlock - 1) / cipherBlock * cipherBlock;
        return (header with { TotalLength = text.Length + (2 * (payload + cipherBlock)) }).ToString();
    }

    /// <summary>The algorithm letter: A for AES, T for TDES, and so on.</summary>
    public static char Algorithm(string header) => header[AlgorithmPosition];

    /// <summary>Refuses a key whose length the header's algorithm does not have. Letters without fixed lengths take any key.</summary>
    public static void CheckKeyLength(string header, int keyLength)
    {
        (bool fits, string needed) = Algorithm(header) switch
        {
            'T' => (keyLength is 16 or 24, "16 or 24"),
            'D' => (keyLength is 8 or 16 or 24, "8, 16 or 24"),
            'A' => (keyLength is 16 or 24 or 32, "16, 24 or 32"),
            _ => (keyLength > 0, "at least 1"),
        };
        if (!fits)
        {
            throw new CryptographyException(CryptographyError.Tr34KeyLength, string.Create(
                CultureInfo.InvariantCulture,
                $"The key is {keyLength} bytes long; the header {header} says algorithm {Algorithm(header)}, which has {needed} bytes."));
        }
    }
}
