using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// The envelope of a sealed secret: <c>version (1 byte) ‖ nonce (12) ‖ AES-256-GCM ciphertext ‖ tag (16)</c>. Nonces are random;
/// NIST SP 800-38D 8.3 allows 2^32 of them under one key, far more than a store holds.
/// </summary>
internal static class SealedEnvelope
{
    /// <summary>Length of the sealing key in bytes.</summary>
    public const int KeyLength = 32;

    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    /// <summary>Seals a secret.</summary>
    public static byte[] Seal(AesGcm key, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> associatedData)
    {
        byte[] envelope = new byte[Overhead + secret.Length];
        envelope[0] = Version;
        Span<byte> nonce = envelope.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        key.Encrypt(nonce, secret, envelope.AsSpan(1 + NonceLength, secret.Length), envelope.AsSpan(^TagLength..), associatedData);
        return envelope;
    }

    /// <summary>Opens an envelope; null when it does not authenticate under this key and associated data.</summary>
    public static SecretBuffer? TryOpen(AesGcm key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> associatedData)
    {
        if (envelope.Length < Overhead || envelope[0] != Version)
        {
            return null;
        }

        SecretBuffer secret = new(envelope.Length - Overhead);
        try
        {
            key.Decrypt(envelope.Slice(1, NonceLength), envelope[(1 + NonceLength)..^TagLength], envelope[^TagLength..], secret.Span, associatedData);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            secret.Dispose();
            return null;
        }
    }

    /// <summary>A new key of <see cref="KeyLength"/> random bytes.</summary>
    public static SecretBuffer NewKey()
    {
        SecretBuffer key = new(KeyLength);
        RandomNumberGenerator.Fill(key.Span);
        return key;
    }

    /// <summary>The cipher for a key of <see cref="KeyLength"/> bytes.</summary>
    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagLength);
}
