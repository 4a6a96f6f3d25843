using System.Security.Cryptography;
using System.Text;

namespace PaymentCrypto.Local.Operations.Seeds;

/// <summary>Ids of test keys: those of one name are the same everywhere.</summary>
internal static class SeedIds
{
    // As ids of the service: 16 characters of lower-case base32, 80 bits.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The id of a name.</summary>
    public static string Of(string name)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes("PaymentCrypto seed key id\0" + name));
        return string.Create(16, hash, static (characters, bytes) =>
        {
            for (int index = 0; index < characters.Length; index++)
            {
                // One byte for each character: 256 is a multiple of 32, so that every character is as likely.
                characters[index] = Alphabet[bytes[index] % Alphabet.Length];
            }
        });
    }
}
