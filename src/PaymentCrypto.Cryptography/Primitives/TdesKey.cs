namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>What is peculiar to DES keys.</summary>
internal static class TdesKey
{
    private const int PartLength = 8;

    /// <summary>Whether any two parts are the same, parity bits aside: then triple DES is single DES, or has two keys where it should have three.</summary>
    public static bool HasEqualParts(ReadOnlySpan<byte> key)
    {
        bool equal = false;
        for (int one = 0; one < key.Length; one += PartLength)
        {
            for (int other = one + PartLength; other < key.Length; other += PartLength)
            {
                equal |= AreEqual(key.Slice(one, PartLength), key.Slice(other, PartLength));
            }
        }

        return equal;
    }

    private static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        int difference = 0;
        for (int i = 0; i < PartLength; i++)
        {
            difference |= (one[i] ^ other[i]) & 0xFE;
        }

        return difference == 0;
    }
}
