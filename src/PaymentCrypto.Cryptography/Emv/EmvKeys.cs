using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Emv;

// What every key of EMV has in common. A refusal names the field and the length wanted, never the value.
internal static class EmvKeys
{
    internal const int Length = 16;

    internal static void CheckKey(string what, ReadOnlySpan<byte> key)
    {
        if (key.Length != Length)
        {
            throw new CryptographyException(CryptographyError.InvalidKey, $"An {what} has {Length} bytes, but this one has {key.Length}.");
        }
    }

    internal static void CheckField(string what, ReadOnlySpan<byte> value, int length)
    {
        if (value.Length != length)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"The {what} has {length} bytes, but this one has {value.Length}.");
        }
    }

    /// <summary>Both halves of a key that is derived: 16 bytes of data encrypted in ECB, with odd parity.</summary>
    internal static SecretBuffer Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        var derived = new SecretBuffer(Length);
        TdesBlock.Encrypt(key, data, derived.Span);
        DesParity.MakeOdd(derived.Span);
        return derived;
    }
}
