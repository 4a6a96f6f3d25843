using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.KeyPairs;

/// <summary>An RSA key pair on its way to the record that will own it.</summary>
internal sealed class RsaKeyPair : IDisposable
{
    /// <summary>Takes over the parts of a pair.</summary>
    /// <param name="publicKey">DER SubjectPublicKeyInfo.</param>
    /// <param name="privateKey">DER PKCS#8; zeroed when the pair is disposed.</param>
    /// <param name="stockSequence">Its place in the stock; null when it was made for this call.</param>
    public RsaKeyPair(byte[] publicKey, SecretBuffer privateKey, long? stockSequence = null)
    {
        PublicKey = publicKey;
        PrivateKey = privateKey;
        StockSequence = stockSequence;
    }

    /// <summary>DER SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; }

    /// <summary>DER PKCS#8.</summary>
    public SecretBuffer PrivateKey { get; }

    /// <summary>Its place in the stock; null when it was made for this call.</summary>
    public long? StockSequence { get; }

    /// <summary>Makes a pair with the platform's generator.</summary>
    /// <param name="bits">Modulus length.</param>
    public static RsaKeyPair Generate(int bits)
    {
        using var rsa = RSA.Create(bits);
        byte[] privateKey = rsa.ExportPkcs8PrivateKey();
        try
        {
            return new RsaKeyPair(rsa.ExportSubjectPublicKeyInfo(), SecretBuffer.CopyOf(privateKey));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privateKey);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => PrivateKey.Dispose();
}
