using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

// ISO 9797-1 algorithm 3 (retail MAC) under a key that is used once.
internal static class RetailMac
{
    private const int Block = 8;

    /// <summary>Over whole blocks, or over any bytes with padding method 2: 80 and zeros.</summary>
    internal static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, bool pad, Span<byte> mac)
    {
        Span<byte> state = stackalloc byte[Block];
        Span<byte> last = stackalloc byte[Block];
        state.Clear();
        last.Clear();
        var whole = message.Length / Block * Block;
        for (var i = 0; i < whole; i += Block)
        {
            Chain(key[..Block], message.Slice(i, Block), state);
        }

        if (pad)
        {
            message[whole..].CopyTo(last);
            last[message.Length - whole] = 0x80;
            Chain(key[..Block], last, state);
        }

        TdesBlock.Decrypt(key[Block..], state, state);
        TdesBlock.Encrypt(key[..Block], state, state);
        state[..mac.Length].CopyTo(mac);
        CryptographicOperations.ZeroMemory(state);
        CryptographicOperations.ZeroMemory(last);
    }

    private static void Chain(ReadOnlySpan<byte> key, ReadOnlySpan<byte> block, Span<byte> state)
    {
        Bytes.Xor(state, block);
        TdesBlock.Encrypt(key, state, state);
    }
}
