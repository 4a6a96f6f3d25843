using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Components;

/// <summary>Makes new symmetric keys from the system's generator.</summary>
public static class KeyGenerator
{
    /// <summary>A TDES key with odd parity whose 8-byte parts all differ.</summary>
    /// <param name="length">16 or 24 bytes.</param>
    /// <returns>The key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static SecretBuffer GenerateTdes(int length)
    {
        CheckLength("A TDES", length, 16, 24);
        var key = new SecretBuffer(length);
        do
        {
            RandomNumberGenerator.Fill(key.Span);
            KeyParity.AdjustToOdd(key.Span);
        }
        while (TdesKey.HasEqualParts(key.Span));

        return key;
    }

    /// <summary>An AES key.</summary>
    /// <param name="length">16, 24 or 32 bytes.</param>
    /// <returns>The key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static SecretBuffer GenerateAes(int length)
    {
        CheckLength("An AES", length, 16, 24, 32);
        var key = new SecretBuffer(length);
        RandomNumberGenerator.Fill(key.Span);
        return key;
    }

    private static void CheckLength(string what, int length, params ReadOnlySpan<int> lengths)
    {
        if (!lengths.Contains(length))
        {
            throw new CryptographyException(CryptographyError.InvalidKey, $"{what} key has {string.Join(" or ", lengths.ToArray())} bytes, not {length}.");
        }
    }
}
