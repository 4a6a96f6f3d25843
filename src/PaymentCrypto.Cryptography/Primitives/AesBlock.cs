using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>AES under a key that is used for a block or two and thrown away: derived keys. Without the pool that a <see cref="BlockCipher"/> keeps.</summary>
internal static class AesBlock
{
    private static readonly int[] Lengths = [16, 24, 32];

    // One array of each length, in the hands of a thread for as long as it takes to give the platform the key.
    [ThreadStatic]
    private static byte[][]? Keys;

    /// <summary>Encrypts in ECB.</summary>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output)
    {
        using Aes aes = Create(key);
        aes.EncryptEcb(input, output, PaddingMode.None);
    }

    // The platform copies the array that it is given, and zeroes its copy when disposed; this one is zeroed here. A pinned array for each call would
    // cost more than the cipher.
    private static Aes Create(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        byte[][] copies = Keys ??= [.. Lengths.Select(length => GC.AllocateUninitializedArray<byte>(length, pinned: true))];
        byte[] copy = copies[Array.IndexOf(Lengths, key.Length)];
        key.CopyTo(copy);
        aes.Key = copy;
        CryptographicOperations.ZeroMemory(copy);
        return aes;
    }
}
