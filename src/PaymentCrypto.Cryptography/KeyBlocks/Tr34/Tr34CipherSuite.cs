using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>What each <see cref="Tr34Cipher"/> means: identifier, key and block length in bytes, fresh keys, and the cipher itself.</summary>
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

    /// <summary>A fresh key: odd parity for triple DES, since security modules may insist on it.</summary>
    public static SecretBuffer NewKey(Tr34Cipher cipher) =>
        cipher == Tr34Cipher.TripleDes ? KeyGenerator.GenerateTdes(KeyLength(cipher)) : KeyGenerator.GenerateAes(KeyLength(cipher));

    /// <summary>The cipher under this key.</summary>
    public static BlockCipher Create(Tr34Cipher cipher, ReadOnlySpan<byte> key) =>
        BlockCipher.Create(cipher == Tr34Cipher.TripleDes ? BlockCipherAlgorithm.Tdes : BlockCipherAlgorithm.Aes, key);
}
