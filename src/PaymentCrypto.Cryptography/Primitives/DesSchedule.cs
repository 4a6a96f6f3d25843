using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// The round keys of DES (16) or triple DES (48) in the order in which encryption uses them; decryption goes through them backwards. They lie in
/// memory of the caller, who clears it.
/// </summary>
internal static class DesSchedule
{
    /// <summary>The round keys of triple DES: how much memory every key has room in.</summary>
    internal const int MaxLength = 3 * Rounds;

    internal const int Rounds = 16;
    private const int PartLength = 8;
    private const int HalfBits = 28;
    private const uint HalfMask = (1u << HalfBits) - 1;

    // By how many bits C and D are turned before each round: one bit in rounds 1, 2, 9 and 16, two in the others.
    private static ReadOnlySpan<byte> Shifts => [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];

    /// <summary>Expands a key. Parity bits are ignored.</summary>
    /// <param name="key">8 bytes (single DES), 16 bytes (K1 K2 K1) or 24 bytes.</param>
    /// <param name="memory">At least <see cref="MaxLength"/> round keys.</param>
    /// <returns>The part of it that was written: 16 or 48 round keys.</returns>
    internal static Span<ulong> Expand(ReadOnlySpan<byte> key, Span<ulong> memory)
    {
        ExpandPart(key[..PartLength], memory);
        if (key.Length == PartLength)
        {
            return memory[..Rounds];
        }

        // Encrypt, decrypt, encrypt.
        ExpandPart(key.Slice(PartLength, PartLength), memory[Rounds..]);
        memory.Slice(Rounds, Rounds).Reverse();
        if (key.Length == 2 * PartLength)
        {
            memory[..Rounds].CopyTo(memory[(2 * Rounds)..]);
        }
        else
        {
            ExpandPart(key[(2 * PartLength)..], memory[(2 * Rounds)..]);
        }

        return memory[..MaxLength];
    }

    /// <summary>Clears round keys: they are the key in another form.</summary>
    internal static void Clear(Span<ulong> schedule) => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(schedule));

    private static void ExpandPart(ReadOnlySpan<byte> key, Span<ulong> roundKeys)
    {
        ref ulong choice1 = ref MemoryMarshal.GetArrayDataReference(DesTables.Choice1);
        ref ulong choice2 = ref MemoryMarshal.GetArrayDataReference(DesTables.Choice2);
        ulong both = 0UL;
        for (int i = 0; i < PartLength; i++)
        {
            both |= Unsafe.Add(ref choice1, (128 * i) + (key[i] >> 1));
        }

        uint c = (uint)(both >> HalfBits);
        uint d = (uint)both & HalfMask;
        for (int round = 0; round < Rounds; round++)
        {
            int shift = Shifts[round];
            c = ((c << shift) | (c >> (HalfBits - shift))) & HalfMask;
            d = ((d << shift) | (d >> (HalfBits - shift))) & HalfMask;
            roundKeys[round] =
                Unsafe.Add(ref choice2, (nint)(c >> 21))
                | Unsafe.Add(ref choice2, (nint)(128 + ((c >> 14) & 0x7F)))
                | Unsafe.Add(ref choice2, (nint)(256 + ((c >> 7) & 0x7F)))
                | Unsafe.Add(ref choice2, (nint)(384 + (c & 0x7F)))
                | Unsafe.Add(ref choice2, (nint)(512 + (d >> 21)))
                | Unsafe.Add(ref choice2, (nint)(640 + ((d >> 14) & 0x7F)))
                | Unsafe.Add(ref choice2, (nint)(768 + ((d >> 7) & 0x7F)))
                | Unsafe.Add(ref choice2, (nint)(896 + (d & 0x7F)));
        }
    }
}
