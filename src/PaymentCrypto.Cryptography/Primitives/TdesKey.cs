namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>What is peculiar to DES keys: their parity bits and their shorter forms.</summary>
internal static class TdesKey
{
    private const int PartLength = 8;
    private const int FullLength = 24;

    /// <summary>The 24-byte form: K1 K1 K1 for 8 bytes, K1 K2 K1 for 16 bytes.</summary>
    public static SecretBuffer Expand(ReadOnlySpan<byte> key)
    {
        var full = new SecretBuffer(FullLength);
        for (var i = 0; i < FullLength; i++)
        {
            full.Span[i] = key[i % key.Length];
        }

        return full;
    }

    /// <summary>Whether K1 = K2 or K2 = K3, parity bits aside, so that triple DES is single DES.</summary>
    public static bool HasEqualNeighbours(ReadOnlySpan<byte> key)
    {
        var equal = false;
        for (var part = PartLength; part < key.Length; part += PartLength)
        {
            equal |= AreEqual(key.Slice(part - PartLength, PartLength), key.Slice(part, PartLength));
        }

        return equal;
    }

    /// <summary>Whether any two parts are the same, parity bits aside.</summary>
    public static bool HasEqualParts(ReadOnlySpan<byte> key)
        => HasEqualNeighbours(key) || (key.Length == FullLength && AreEqual(key[..PartLength], key[^PartLength..]));

    private static bool AreEqual(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var difference = 0;
        for (var i = 0; i < PartLength; i++)
        {
            difference |= (one[i] ^ other[i]) & 0xFE;
        }

        return difference == 0;
    }
}
