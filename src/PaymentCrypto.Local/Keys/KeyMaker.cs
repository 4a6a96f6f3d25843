using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Keys;

/// <summary>Makes the material of new keys with the system generator.</summary>
internal static class KeyMaker
{
    /// <summary>A symmetric key: TDES with odd parity and distinct parts, AES, or HMAC as long as its hash.</summary>
    public static SecretBuffer Symmetric(string algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key => KeyGenerator.GenerateTdes(16),
        KeyAlgorithm.Tdes3Key => KeyGenerator.GenerateTdes(24),
        KeyAlgorithm.Aes128 => KeyGenerator.GenerateAes(16),
        KeyAlgorithm.Aes192 => KeyGenerator.GenerateAes(24),
        KeyAlgorithm.Aes256 => KeyGenerator.GenerateAes(32),
        _ => Random(SymmetricLength.OfHmac(algorithm)),
    };

    /// <summary>An elliptic curve key pair.</summary>
    /// <returns>DER SubjectPublicKeyInfo, and PKCS#8, which the caller disposes.</returns>
    public static (byte[] PublicKey, SecretBuffer PrivateKey) EllipticCurve(string algorithm)
    {
        using var pair = ECDiffieHellman.Create(algorithm switch
        {
            KeyAlgorithm.EccNistP256 => ECCurve.NamedCurves.nistP256,
            KeyAlgorithm.EccNistP384 => ECCurve.NamedCurves.nistP384,
            _ => ECCurve.NamedCurves.nistP521,
        });
        byte[] privateKey = pair.ExportPkcs8PrivateKey();
        try
        {
            return (pair.ExportSubjectPublicKeyInfo(), SecretBuffer.CopyOf(privateKey));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
        }
    }

    private static SecretBuffer Random(int length)
    {
        SecretBuffer key = new(length);
        RandomNumberGenerator.Fill(key.Span);
        return key;
    }
}
