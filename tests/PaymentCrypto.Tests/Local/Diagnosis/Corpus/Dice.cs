using System.Numerics;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>Keys and choices of a seeded generator.</summary>
internal static class Dice
{
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static T Pick<T>(this Random random, params T[] choices) => choices[random.Next(choices.Length)];

    public static byte[] Bytes(this Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    public static byte[] Tdes(this Random random, int length)
    {
        byte[] key = random.Bytes(length);
        for (int i = 0; i < length; i++)
        {
            key[i] = (byte)(BitOperations.PopCount(key[i]) % 2 == 0 ? key[i] ^ 1 : key[i]);
        }

        return key;
    }

    public static char Digit(this Random random, char notThis)
    {
        char digit;
        do
        {
            digit = "0123456789ABCDEF"[random.Next(16)];
        }
        while (digit == notThis);
        return digit;
    }

    public static string With(this string text, int at, char c) => string.Concat(text.AsSpan(0, at), [c], text.AsSpan(at + 1));

    public static ExchangeKey Given(bool aes, byte[] key) => new("the key given", new KeyMaterial(Name(aes, key.Length), key));

    public static string Name(bool aes, int length) => (aes, length) switch
    {
        (false, 16) => KeyAlgorithm.Tdes2Key,
        (false, _) => KeyAlgorithm.Tdes3Key,
        (true, 16) => KeyAlgorithm.Aes128,
        (true, 24) => KeyAlgorithm.Aes192,
        _ => KeyAlgorithm.Aes256,
    };
}
