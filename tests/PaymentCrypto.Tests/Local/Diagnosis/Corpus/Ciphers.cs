using System.Security.Cryptography;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>CMAC, key derivation and check values out of the platform's block ciphers alone, so that nothing is shared with what is tested.</summary>
internal static class Ciphers
{
    public static byte[] Ecb(bool aes, byte[] key, byte[] block)
    {
        using SymmetricAlgorithm cipher = Create(aes, key);
        return cipher.EncryptEcb(block, PaddingMode.None);
    }

    public static byte[] Cbc(bool aes, byte[] key, byte[] iv, byte[] data)
    {
        using SymmetricAlgorithm cipher = Create(aes, key);
        return cipher.EncryptCbc(data, iv, PaddingMode.None);
    }

    /// <summary>NIST SP 800-38B.</summary>
    public static byte[] Cmac(bool aes, byte[] key, byte[] message)
    {
        int size = aes ? 16 : 8;
        byte[] one = Double(Ecb(aes, key, new byte[size]));
        bool whole = message.Length > 0 && message.Length % size == 0;
        byte[] padded = new byte[whole ? message.Length : ((message.Length / size) + 1) * size];
        message.CopyTo(padded, 0);
        if (!whole)
        {
            padded[message.Length] = 0x80;
        }

        byte[] sub = whole ? one : Double(one);
        for (int i = 0; i < size; i++)
        {
            padded[padded.Length - size + i] ^= sub[i];
        }

        return Cbc(aes, key, new byte[size], padded)[^size..];
    }

    public static string CheckValue(bool aes, byte[] key) => Convert.ToHexString(aes ? Cmac(true, key, new byte[16]) : Ecb(false, key, new byte[8]))[..6];

    private static SymmetricAlgorithm Create(bool aes, byte[] key)
    {
        SymmetricAlgorithm cipher = aes ? Aes.Create() : TripleDES.Create();
        cipher.Key = (aes, key.Length) switch
        {
            (false, 8) => [.. key, .. key, .. key],
            (false, 16) => [.. key, .. key[..8]],
            _ => key,
        };
        return cipher;
    }

    private static byte[] Double(byte[] value)
    {
        byte[] doubled = new byte[value.Length];
        for (int i = 0; i < value.Length; i++)
        {
            doubled[i] = (byte)((value[i] << 1) | (i + 1 < value.Length ? value[i + 1] >> 7 : 0));
        }

        doubled[^1] ^= (value[0] & 0x80) == 0 ? (byte)0 : value.Length == 16 ? (byte)0x87 : (byte)0x1B;
        return doubled;
    }
}
