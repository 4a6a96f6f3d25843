using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>AES under a key that is used for a block or two and thrown away: derived keys. Without the pool that a <see cref="BlockCipher"/> keeps.</summary>
internal static class AesBlock
{
    /// <summary>Encrypts in ECB.</summary>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output)
    {
        using var aes = Create(key);
        aes.EncryptEcb(input, output, PaddingMode.None);
    }

    /// <summary>Decrypts in ECB.</summary>
    /// <param name="key">16, 24 or 32 bytes.</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output)
    {
        using var aes = Create(key);
        aes.DecryptEcb(input, output, PaddingMode.None);
    }

    // The platform copies the array that it is given, and zeroes its copy when disposed; this one is zeroed here.
    private static Aes Create(ReadOnlySpan<byte> key)
    {
        var aes = Aes.Create();
        var copy = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(copy);
        aes.Key = copy;
        CryptographicOperations.ZeroMemory(copy);
        return aes;
    }
}
