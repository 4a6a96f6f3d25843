namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// The tables of DES (FIPS 46-3), brought into the forms that <see cref="Des"/> and <see cref="DesSchedule"/> work with. Bits are numbered as in
/// the standard: from 1, the most significant first.
/// </summary>
internal static class DesTables
{
    private const int GroupsOfKey = 8;
    private const int ValuesOfGroup = 128;

    private static ReadOnlySpan<byte> PermutedChoice1 =>
    [
        57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
        63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
    ];

    private static ReadOnlySpan<byte> PermutedChoice2 =>
    [
        14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
        41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
    ];

    private static ReadOnlySpan<byte> Permutation =>
        [16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25];

    // Eight functions of four rows and sixteen columns.
    private static ReadOnlySpan<byte> Selection =>
    [
        14, 4, 13, 1, 2, 15, 11, 8, 3, 10, 6, 12, 5, 9, 0, 7, 0, 15, 7, 4, 14, 2, 13, 1, 10, 6, 12, 11, 9, 5, 3, 8,
        4, 1, 14, 8, 13, 6, 2, 11, 15, 12, 9, 7, 3, 10, 5, 0, 15, 12, 8, 2, 4, 9, 1, 7, 5, 11, 3, 14, 10, 0, 6, 13,
        15, 1, 8, 14, 6, 11, 3, 4, 9, 7, 2, 13, 12, 0, 5, 10, 3, 13, 4, 7, 15, 2, 8, 14, 12, 0, 1, 10, 6, 9, 11, 5,
        0, 14, 7, 11, 10, 4, 13, 1, 5, 8, 12, 6, 9, 3, 2, 15, 13, 8, 10, 1, 3, 15, 4, 2, 11, 6, 7, 12, 0, 5, 14, 9,
        10, 0, 9, 14, 6, 3, 15, 5, 1, 13, 12, 7, 11, 4, 2, 8, 13, 7, 0, 9, 3, 4, 6, 10, 2, 8, 5, 14, 12, 11, 15, 1,
        13, 6, 4, 9, 8, 15, 3, 0, 11, 1, 2, 12, 5, 10, 14, 7, 1, 10, 13, 0, 6, 9, 8, 7, 4, 15, 14, 3, 11, 5, 2, 12,
        7, 13, 14, 3, 0, 6, 9, 10, 1, 2, 8, 5, 11, 12, 4, 15, 13, 8, 11, 5, 6, 15, 0, 3, 4, 7, 2, 12, 1, 10, 14, 9,
        10, 6, 9, 0, 12, 11, 7, 13, 15, 1, 3, 14, 5, 2, 8, 4, 3, 15, 0, 6, 10, 1, 13, 8, 9, 4, 5, 11, 12, 7, 2, 14,
        2, 12, 4, 1, 7, 10, 11, 6, 8, 5, 3, 15, 13, 0, 14, 9, 14, 11, 2, 12, 4, 7, 13, 1, 5, 0, 15, 10, 3, 9, 8, 6,
        4, 2, 1, 11, 10, 13, 7, 8, 15, 9, 12, 5, 6, 3, 0, 14, 11, 8, 12, 7, 1, 14, 2, 13, 6, 15, 0, 9, 10, 4, 5, 3,
        12, 1, 10, 15, 9, 2, 6, 8, 0, 13, 3, 4, 14, 7, 5, 11, 10, 15, 4, 2, 7, 12, 9, 5, 6, 1, 13, 14, 0, 11, 3, 8,
        9, 14, 15, 5, 2, 8, 12, 3, 7, 0, 4, 10, 1, 13, 11, 6, 4, 3, 2, 12, 9, 5, 15, 10, 11, 14, 1, 7, 6, 0, 8, 13,
        4, 11, 2, 14, 15, 0, 8, 13, 3, 12, 9, 7, 5, 10, 6, 1, 13, 0, 11, 7, 4, 9, 1, 10, 14, 3, 5, 12, 2, 15, 8, 6,
        1, 4, 11, 13, 12, 3, 7, 14, 10, 15, 6, 8, 0, 5, 9, 2, 6, 11, 13, 8, 1, 4, 10, 7, 9, 5, 0, 15, 14, 2, 3, 12,
        13, 2, 8, 4, 6, 15, 11, 1, 10, 9, 3, 14, 5, 0, 12, 7, 1, 15, 13, 8, 10, 3, 7, 4, 12, 5, 6, 11, 0, 14, 9, 2,
        7, 11, 4, 1, 9, 12, 14, 2, 0, 6, 10, 13, 15, 3, 5, 8, 2, 1, 14, 7, 4, 10, 8, 13, 15, 12, 9, 0, 3, 5, 6, 11,
    ];

    /// <summary>
    /// The selection functions with the permutation P after them: 64 words for each, rotated right by one bit, as <see cref="Des"/> keeps the halves
    /// of a block.
    /// </summary>
    internal static readonly uint[] SelectionAndPermutation = MakeSelection();

    /// <summary>Permuted choice 1: for each byte of a key, without its parity bit, its part of C and D (56 bits).</summary>
    internal static readonly ulong[] Choice1 = MakeChoice1();

    /// <summary>Permuted choice 2: for each seven bits of C and D their part of a round key, which lies in two words (see <see cref="RoundKeyBit"/>).</summary>
    internal static readonly ulong[] Choice2 = MakeChoice2();

    private static uint[] MakeSelection()
    {
        uint[] table = new uint[GroupsOfKey * 64];
        for (int box = 0; box < GroupsOfKey; box++)
        {
            for (int value = 0; value < 64; value++)
            {
                int row = ((value >> 4) & 2) | (value & 1);
                byte selected = Selection[(64 * box) + (16 * row) + ((value >> 1) & 0xF)];
                uint word = 0u;
                for (int bit = 0; bit < 32; bit++)
                {
                    int from = Permutation[bit] - 1;
                    if (from / 4 == box && ((selected >> (3 - (from % 4))) & 1) != 0)
                    {
                        word |= 1u << (31 - bit);
                    }
                }

                table[(64 * box) + value] = uint.RotateRight(word, 1);
            }
        }

        return table;
    }

    private static ulong[] MakeChoice1()
    {
        ulong[] table = new ulong[GroupsOfKey * ValuesOfGroup];
        for (int bit = 0; bit < PermutedChoice1.Length; bit++)
        {
            int from = PermutedChoice1[bit] - 1;
            Fill(table, from / 8, 6 - (from % 8), 1UL << (55 - bit));
        }

        return table;
    }

    private static ulong[] MakeChoice2()
    {
        ulong[] table = new ulong[GroupsOfKey * ValuesOfGroup];
        for (int bit = 0; bit < PermutedChoice2.Length; bit++)
        {
            int from = PermutedChoice2[bit] - 1;
            Fill(table, from / 7, 6 - (from % 7), RoundKeyBit(bit));
        }

        return table;
    }

    private static void Fill(ulong[] table, int group, int bit, ulong target)
    {
        for (int value = 0; value < ValuesOfGroup; value++)
        {
            if (((value >> bit) & 1) != 0)
            {
                table[(ValuesOfGroup * group) + value] |= target;
            }
        }
    }

    // Six bits go to each selection function: those of the odd ones in the upper bits of the bytes of the high word, the even ones' in the low.
    private static ulong RoundKeyBit(int bit)
    {
        int box = bit / 6;
        int position = (8 * (box / 2)) + (bit % 6);
        return 1UL << ((box % 2 == 0 ? 63 : 31) - position);
    }
}
