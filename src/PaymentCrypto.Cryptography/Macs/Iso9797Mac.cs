using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Macs;

/// <summary>
/// The block cipher MACs of ISO/IEC 9797-1:2011 with DES and TDES: algorithm 1 (7.2, CBC-MAC) and algorithm 3 (7.4, the retail MAC of
/// X9.19). Algorithm 1 does not protect messages of different lengths under one key: its callers fix the length or put it first.
/// </summary>
public static class Iso9797Mac
{
    /// <summary>The longest MAC, one block, in bytes.</summary>
    public const int MaxLength = BlockLength;

    private const int BlockLength = 8;

    /// <summary>Computes a MAC by algorithm 1: TDES in cipher block chaining with a zero initial vector, the last block truncated (7.2).</summary>
    /// <param name="key">8 (single DES), 16 or 24 bytes. Parity bits are ignored.</param>
    /// <param name="message">Any number of bytes; with <see cref="Iso9797Padding.None"/> a multiple of 8, at least 8.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="mac">Receives the leftmost bytes of the MAC: 1 to 8 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Algorithm1(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Iso9797Padding padding, Span<byte> mac, CalculationSteps? steps = null)
    {
        CheckKey(1, key, singleToo: true);
        CheckLength(mac);
        Span<byte> last = stackalloc byte[BlockLength];
        int whole = Split(message, padding, last);
        Span<ulong> memory = stackalloc ulong[DesSchedule.MaxLength];
        Span<ulong> schedule = DesSchedule.Expand(key, memory);
        Span<byte> state = stackalloc byte[BlockLength];
        state.Clear();
        Chain(schedule, message[..whole], state);
        Chain(schedule, last, state);
        DesSchedule.Clear(schedule);
        if (steps is not null)
        {
            byte[] padded = ShowPadding(message, whole, padding, steps);
            steps.AddTdes("Chain the padded message under the whole key", "ISO/IEC 9797-1 7.2", padded, key, state);
        }

        Finish(state, last, mac);
    }

    /// <summary>
    /// Computes a MAC by algorithm 3: single DES in cipher block chaining under the first part of the key, then decryption of the last
    /// block under the second and encryption under the third (7.4).
    /// </summary>
    /// <param name="key">16 bytes, of which the first half is also the third part (as X9.19 has it), or 24 bytes.</param>
    /// <param name="message">Any number of bytes; with <see cref="Iso9797Padding.None"/> a multiple of 8, at least 8.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="mac">Receives the leftmost bytes of the MAC: 1 to 8 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Algorithm3(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Iso9797Padding padding, Span<byte> mac, CalculationSteps? steps = null)
    {
        CheckKey(3, key, singleToo: false);
        CheckLength(mac);
        Span<byte> last = stackalloc byte[BlockLength];
        int whole = Split(message, padding, last);
        if (steps is not null)
        {
            ShowPadding(message, whole, padding, steps);
        }

        Span<ulong> memory = stackalloc ulong[DesSchedule.MaxLength];
        Span<ulong> triple = DesSchedule.Expand(key, memory);

        // The round keys of the first part are the first ones of triple DES.
        Span<ulong> single = triple[..DesSchedule.Rounds];
        Span<byte> state = stackalloc byte[BlockLength];
        state.Clear();
        Chain(single, message[..whole], state);
        steps?.AddTdes("Chain all blocks but the last under the first key", "ISO/IEC 9797-1 7.4", message[..whole], key[..BlockLength], state);

        // Encryption of the last block under the first key and the output transformation are one TDES encryption together.
        Bytes.Xor(last, state);
        last.CopyTo(state);
        Des.Encrypt(triple, state);
        DesSchedule.Clear(triple);
        steps?.AddTdes("Encrypt, decrypt, encrypt the last block", "ISO/IEC 9797-1 7.4", last, key, state);
        Finish(state, last, mac);
    }

    private static void CheckKey(int algorithm, ReadOnlySpan<byte> key, bool singleToo)
    {
        if (key.Length is not (16 or 24) && !(singleToo && key.Length == BlockLength))
        {
            throw new CryptographyException(
                CryptographyError.InvalidKey,
                $"A key of MAC algorithm {algorithm} has {(singleToo ? "8, 16 or 24" : "16 or 24")} bytes, but this one has {key.Length}.");
        }
    }

    private static void CheckLength(Span<byte> mac)
    {
        if (mac.Length is < 1 or > MaxLength)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A MAC of one DES block has 1 to {MaxLength} bytes, not {mac.Length}.");
        }
    }

    // The last block of the padded message, and the length of what comes before it.
    private static int Split(ReadOnlySpan<byte> message, Iso9797Padding padding, Span<byte> last)
    {
        int rest = message.Length % BlockLength;
        if (padding == Iso9797Padding.None && (rest != 0 || message.IsEmpty))
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                $"A message without padding has a multiple of {BlockLength} bytes, at least {BlockLength}, but this one has {message.Length}.");
        }

        if (padding is not (Iso9797Padding.None or Iso9797Padding.Method1 or Iso9797Padding.Method2))
        {
            throw new CryptographyException(CryptographyError.InvalidArgument,
                $"{padding} is no padding of ISO/IEC 9797-1: None, Method1 or Method2 is needed.");
        }

        int whole = message.Length - rest;
        if (rest == 0 && !message.IsEmpty && padding != Iso9797Padding.Method2)
        {
            whole -= BlockLength;
        }

        last.Clear();
        message[whole..].CopyTo(last);
        if (padding == Iso9797Padding.Method2)
        {
            last[message.Length - whole] = 0x80;
        }

        return whole;
    }

    private static void Chain(ReadOnlySpan<ulong> schedule, ReadOnlySpan<byte> blocks, Span<byte> state)
    {
        ulong chained = BinaryPrimitives.ReadUInt64BigEndian(state);
        for (; !blocks.IsEmpty; blocks = blocks[BlockLength..])
        {
            chained = Des.Encrypt(schedule, chained ^ BinaryPrimitives.ReadUInt64BigEndian(blocks));
        }

        BinaryPrimitives.WriteUInt64BigEndian(state, chained);
    }

    private static byte[] ShowPadding(ReadOnlySpan<byte> message, int whole, Iso9797Padding padding, CalculationSteps steps)
    {
        byte[] padded = Padded(message[..whole], message[whole..], padding);
        if (padded.Length != message.Length)
        {
            bool method2 = padding == Iso9797Padding.Method2;
            steps.Add(
                method2 ? "Pad the message by method 2: 80 and zeros" : "Pad the message by method 1: zeros", $"ISO/IEC 9797-1 {(method2 ? "6.3.3" : "6.3.2")}",
                message, null, padded);
        }

        return padded;
    }

    private static byte[] Padded(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> rest, Iso9797Padding padding)
    {
        byte[] padded = new byte[whole.Length + BlockLength];
        whole.CopyTo(padded);
        rest.CopyTo(padded.AsSpan(whole.Length));
        if (padding == Iso9797Padding.Method2)
        {
            padded[whole.Length + rest.Length] = 0x80;
        }

        return padded;
    }

    // The untruncated MAC and the masked block would help whoever forges one.
    private static void Finish(Span<byte> state, Span<byte> last, Span<byte> mac)
    {
        state[..mac.Length].CopyTo(mac);
        CryptographicOperations.ZeroMemory(state);
        CryptographicOperations.ZeroMemory(last);
    }
}
