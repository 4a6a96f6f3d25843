using System.Buffers.Binary;
using System.Numerics;

namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>
/// The key serial number of TDES DUKPT (X9.24-1:2009 A.3): 59 bits that name the initial key and the 21 bits of the transaction counter,
/// of which at most ten are one.
/// </summary>
internal static class TdesKeySerialNumber
{
    internal const int Length = 10;
    internal const int ShortLength = 8;

    /// <summary>The highest bit of the counter.</summary>
    internal const uint TopBit = 1 << 20;

    private const uint CounterMask = (TopBit << 1) - 1;
    private const int MostOneBits = 10;

    /// <summary>Writes the ten bytes: a short number has FFFF before it.</summary>
    internal static void Normalise(ReadOnlySpan<byte> given, Span<byte> serial)
    {
        if (given.Length is not (Length or ShortLength))
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"A key serial number of TDES DUKPT has {2 * Length} hex digits (or {2 * ShortLength}), but this one has {2 * given.Length}. AES DUKPT has "
                    + "24.");
        }

        serial.Fill(0xFF);
        given.CopyTo(serial[(Length - given.Length)..]);
    }

    /// <summary>The counter, which must be one that a device ever uses.</summary>
    internal static uint RequireCounter(ReadOnlySpan<byte> serial)
    {
        uint counter = ReadCounter(serial);
        if (counter == 0 || BitOperations.PopCount(counter) > MostOneBits)
        {
            // X9.24-1:2009 A.3: a device skips the others, and with counter 0 the initial key itself would be the key of a transaction.
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"The transaction counter, the rightmost 21 bits of the key serial number, must have 1 to {MostOneBits} one bits, " +
                $"but this one has {BitOperations.PopCount(counter)}.");
        }

        return counter;
    }

    /// <summary>Raises the counter to the next that a device uses; false when the device has used its last.</summary>
    internal static bool TryAdvance(Span<byte> serial)
    {
        uint counter = ReadCounter(serial) + 1;
        while (BitOperations.PopCount(counter) > MostOneBits)
        {
            counter += counter & (0 - counter);
        }

        if (counter > CounterMask)
        {
            return false;
        }

        uint tail = BinaryPrimitives.ReadUInt32BigEndian(serial[^4..]);
        BinaryPrimitives.WriteUInt32BigEndian(serial[^4..], (tail & ~CounterMask) | counter);
        return true;
    }

    /// <summary>The 8 bytes that enter the derivation, with a counter of zero (X9.24-1:2009 A.2).</summary>
    internal static ulong Register(ReadOnlySpan<byte> serial) => BinaryPrimitives.ReadUInt64BigEndian(serial[^8..]) & ~(ulong)CounterMask;

    private static uint ReadCounter(ReadOnlySpan<byte> serial) => BinaryPrimitives.ReadUInt32BigEndian(serial[^4..]) & CounterMask;
}
