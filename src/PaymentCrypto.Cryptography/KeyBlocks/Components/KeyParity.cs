using System.Numerics;

namespace PaymentCrypto.Cryptography.KeyBlocks.Components;

/// <summary>The parity bits of DES keys: the lowest bit of each byte makes the number of ones odd. DES ignores them; people check them.</summary>
public static class KeyParity
{
    /// <summary>Whether every byte has odd parity.</summary>
    /// <param name="key">A DES or TDES key or component.</param>
    /// <returns>True when it has.</returns>
    public static bool IsOdd(ReadOnlySpan<byte> key)
    {
        int wrong = 0;
        foreach (byte b in key)
        {
            wrong |= BitOperations.PopCount(b) ^ 1;
        }

        return (wrong & 1) == 0;
    }

    /// <summary>Sets the lowest bit of each byte so that its parity is odd. The check value of the key stays the same.</summary>
    /// <param name="key">A DES or TDES key, changed in place.</param>
    public static void AdjustToOdd(Span<byte> key)
    {
        foreach (ref byte b in key)
        {
            b ^= (byte)(~BitOperations.PopCount(b) & 1);
        }
    }
}
