using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>Messages under RSA-OAEP with SHA-256 and an empty label (RFC 8017, 7.1.1), also such as no library would write.</summary>
internal static class OaepMessage
{
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>Where the data block begins: after the leading zero and the seed.</summary>
    private const int DataBlock = 1 + HashLength;

    /// <summary>Encrypts.</summary>
    /// <param name="recipient">The public key.</param>
    /// <param name="message">What is in it.</param>
    /// <param name="breakClear">Changes the encoded message before it is masked: a zero, the seed, the hash of the label, zeros, a one, the message.</param>
    /// <param name="leading">The first byte, which is zero in a right one.</param>
    public static byte[] Encrypt(RSA recipient, ReadOnlySpan<byte> message, Action<byte[], int> breakClear, byte leading = 0)
    {
        RSAParameters key = recipient.ExportParameters(includePrivateParameters: false);
        byte[] encoded = new byte[key.Modulus!.Length];
        RandomNumberGenerator.Fill(encoded.AsSpan(1, HashLength));
        SHA256.HashData([]).CopyTo(encoded, DataBlock);
        int separator = encoded.Length - message.Length - 1;
        encoded[separator] = 1;
        message.CopyTo(encoded.AsSpan(separator + 1));
        breakClear(encoded, separator);
        Mask(encoded.AsSpan(1, HashLength), encoded.AsSpan(DataBlock));
        Mask(encoded.AsSpan(DataBlock), encoded.AsSpan(1, HashLength));
        encoded[0] = leading;
        var cipher = BigInteger.ModPow(Number(encoded), Number(key.Exponent!), Number(key.Modulus));
        byte[] bytes = cipher.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[encoded.Length - bytes.Length], .. bytes];
    }

    /// <summary>Makes the hash of the label wrong.</summary>
    public static void WrongLabel(byte[] encoded, int separator) => encoded[DataBlock + Random.Shared.Next(HashLength)] ^= 1;

    /// <summary>Takes the byte away that ends the padding.</summary>
    public static void WrongSeparator(byte[] encoded, int separator) => encoded[separator] = 2;

    /// <summary>Changes nothing.</summary>
    public static void Whole(byte[] encoded, int separator)
    {
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    // MGF1 with SHA-256 (RFC 8017, B.2.1).
    private static void Mask(ReadOnlySpan<byte> seed, Span<byte> target)
    {
        byte[] input = [.. seed, 0, 0, 0, 0];
        for (int i = 0; i < target.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(seed.Length), i / HashLength);
            target[i] ^= SHA256.HashData(input)[i % HashLength];
        }
    }
}
