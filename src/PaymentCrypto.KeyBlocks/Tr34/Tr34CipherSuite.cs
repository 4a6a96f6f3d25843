using System.Numerics;
using System.Security.Cryptography;
using PaymentCrypto.KeyBlocks.Asn1;

namespace PaymentCrypto.KeyBlocks.Tr34;

/// <summary>What each <see cref="Tr34Cipher"/> means: identifier, key and block length in bytes, and the algorithm itself.</summary>
internal static class Tr34CipherSuite
{
    public static Tr34Cipher? FromOid(string oid) => oid switch
    {
        Oids.TripleDesCbc => Tr34Cipher.TripleDes,
        Oids.Aes128Cbc => Tr34Cipher.Aes128,
        Oids.Aes192Cbc => Tr34Cipher.Aes192,
        Oids.Aes256Cbc => Tr34Cipher.Aes256,
        _ => null,
    };

    public static string Oid(Tr34Cipher cipher) => cipher switch
    {
        Tr34Cipher.TripleDes => Oids.TripleDesCbc,
        Tr34Cipher.Aes128 => Oids.Aes128Cbc,
        Tr34Cipher.Aes192 => Oids.Aes192Cbc,
        _ => Oids.Aes256Cbc,
    };

    public static int KeyLength(Tr34Cipher cipher) => cipher switch
    {
        Tr34Cipher.Aes128 => 16,
        Tr34Cipher.Aes256 => 32,
        _ => 24,
    };

    public static int BlockLength(Tr34Cipher cipher) => cipher == Tr34Cipher.TripleDes ? 8 : 16;

    /// <summary>A fresh key: odd parity for triple DES, since security modules may insist on it, and never a weak one.</summary>
    public static byte[] NewKey(Tr34Cipher cipher)
    {
        var key = GC.AllocateUninitializedArray<byte>(KeyLength(cipher), pinned: true);
        do
        {
            RandomNumberGenerator.Fill(key);
            if (cipher == Tr34Cipher.TripleDes)
            {
                SetOddParity(key);
            }
        }
        while (cipher == Tr34Cipher.TripleDes && TripleDES.IsWeakKey(key));
        return key;
    }

    /// <summary>The algorithm, keyed. Dispose it: it holds a copy of the key until then.</summary>
    /// <exception cref="CryptographicException">A weak triple DES key.</exception>
    public static SymmetricAlgorithm Create(Tr34Cipher cipher, byte[] key)
    {
        SymmetricAlgorithm algorithm = cipher == Tr34Cipher.TripleDes ? TripleDES.Create() : Aes.Create();
        try
        {
            algorithm.Key = key;
            return algorithm;
        }
        catch
        {
            algorithm.Dispose();
            throw;
        }
    }

    private static void SetOddParity(Span<byte> key)
    {
        foreach (ref var value in key)
        {
            var bits = value & 0xFE;
            value = (byte)(bits | (~BitOperations.PopCount((uint)bits) & 1));
        }
    }
}
