using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// DES and triple DES (FIPS 46-3, SP 800-67) over round keys of <see cref="DesSchedule"/>. Payment cryptography is made of keys that are derived,
/// used for a block or two and thrown away: a call of the platform's cipher, with the expansion of its key, takes many times as long as the block,
/// leaves round keys behind on the heap, and is refused for single DES and for weak keys, of which old formats and test keys are full.
/// </summary>
internal static class Des
{
    internal const int BlockSize = 8;

    /// <summary>Encrypts whole blocks where they stand (ECB).</summary>
    internal static void Encrypt(ReadOnlySpan<ulong> schedule, Span<byte> blocks)
    {
        for (; blocks.Length >= BlockSize; blocks = blocks[BlockSize..])
        {
            BinaryPrimitives.WriteUInt64BigEndian(blocks, Encrypt(schedule, BinaryPrimitives.ReadUInt64BigEndian(blocks)));
        }
    }

    /// <summary>Decrypts whole blocks where they stand (ECB).</summary>
    internal static void Decrypt(ReadOnlySpan<ulong> schedule, Span<byte> blocks)
    {
        for (; blocks.Length >= BlockSize; blocks = blocks[BlockSize..])
        {
            BinaryPrimitives.WriteUInt64BigEndian(blocks, Decrypt(schedule, BinaryPrimitives.ReadUInt64BigEndian(blocks)));
        }
    }

    /// <summary>Encrypts one block.</summary>
    internal static ulong Encrypt(ReadOnlySpan<ulong> schedule, ulong block)
    {
        ref ulong first = ref MemoryMarshal.GetReference(schedule);
        (uint left, uint right) = Begin(block);
        for (int stage = 0; stage < schedule.Length; stage += DesSchedule.Rounds)
        {
            for (int round = stage; round < stage + DesSchedule.Rounds; round += 2)
            {
                left ^= Function(right, Unsafe.Add(ref first, round));
                right ^= Function(left, Unsafe.Add(ref first, round + 1));
            }

            // The halves are exchanged after the last round. The final permutation and the initial one of the next DES cancel each other out.
            (left, right) = (right, left);
        }

        return End(left, right);
    }

    /// <summary>Decrypts one block.</summary>
    internal static ulong Decrypt(ReadOnlySpan<ulong> schedule, ulong block)
    {
        ref ulong first = ref MemoryMarshal.GetReference(schedule);
        (uint left, uint right) = Begin(block);
        for (int stage = schedule.Length; stage > 0; stage -= DesSchedule.Rounds)
        {
            for (int round = stage - 1; round > stage - DesSchedule.Rounds; round -= 2)
            {
                left ^= Function(right, Unsafe.Add(ref first, round));
                right ^= Function(left, Unsafe.Add(ref first, round - 1));
            }

            (left, right) = (right, left);
        }

        return End(left, right);
    }

    // The cipher function f. A half is kept rotated right by one bit: then the six bits that E gives to the odd selection functions are the upper
    // ones of its bytes, and after four more bits those of the even ones. The indices have six bits, and no table is shorter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Function(uint half, ulong roundKey)
    {
        ref uint table = ref MemoryMarshal.GetArrayDataReference(DesTables.SelectionAndPermutation);
        uint odd = half ^ (uint)(roundKey >> 32);
        uint even = uint.RotateLeft(half, 4) ^ (uint)roundKey;
        return Unsafe.Add(ref table, (nint)(odd >> 26))
            ^ Unsafe.Add(ref table, (nint)(64 + (even >> 26)))
            ^ Unsafe.Add(ref table, (nint)(128 + ((odd >> 18) & 0x3F)))
            ^ Unsafe.Add(ref table, (nint)(192 + ((even >> 18) & 0x3F)))
            ^ Unsafe.Add(ref table, (nint)(256 + ((odd >> 10) & 0x3F)))
            ^ Unsafe.Add(ref table, (nint)(320 + ((even >> 10) & 0x3F)))
            ^ Unsafe.Add(ref table, (nint)(384 + ((odd >> 2) & 0x3F)))
            ^ Unsafe.Add(ref table, (nint)(448 + ((even >> 2) & 0x3F)));
    }

    // The initial permutation, as exchanges of bits between the halves.
    private static (uint Left, uint Right) Begin(ulong block)
    {
        uint left = (uint)(block >> 32);
        uint right = (uint)block;
        Exchange(ref left, ref right, 4, 0x0F0F0F0F);
        Exchange(ref left, ref right, 16, 0x0000FFFF);
        Exchange(ref right, ref left, 2, 0x33333333);
        Exchange(ref right, ref left, 8, 0x00FF00FF);
        Exchange(ref left, ref right, 1, 0x55555555);
        return (uint.RotateRight(left, 1), uint.RotateRight(right, 1));
    }

    // The final permutation: the same exchanges backwards.
    private static ulong End(uint left, uint right)
    {
        left = uint.RotateLeft(left, 1);
        right = uint.RotateLeft(right, 1);
        Exchange(ref left, ref right, 1, 0x55555555);
        Exchange(ref right, ref left, 8, 0x00FF00FF);
        Exchange(ref right, ref left, 2, 0x33333333);
        Exchange(ref left, ref right, 16, 0x0000FFFF);
        Exchange(ref left, ref right, 4, 0x0F0F0F0F);
        return ((ulong)left << 32) | right;
    }

    private static void Exchange(ref uint high, ref uint low, int distance, uint mask)
    {
        uint different = ((high >> distance) ^ low) & mask;
        low ^= different;
        high ^= different << distance;
    }
}
