namespace PaymentCrypto.KeyBlocks.Primitives;

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
        for (var part = PartLength; part + PartLength <= key.Length; part += PartLength)
        {
            var difference = 0;
            for (var i = 0; i < PartLength; i++)
            {
                difference |= (key[part + i] ^ key[part + i - PartLength]) & 0xFE;
            }

            equal |= difference == 0;
        }

        return equal;
    }
}
