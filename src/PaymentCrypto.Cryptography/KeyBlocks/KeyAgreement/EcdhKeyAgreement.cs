using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>
/// ECDH between one's own private key and a peer's public key (NIST SP 800-56A section 5.7.1.2), and the key block protection key
/// that both sides derive from it. What arrives under that key is a TR-31 block of version D for AES, B for TDES.
/// </summary>
public static class EcdhKeyAgreement
{
    /// <summary>The shared secret Z: the x coordinate at the length of the field (32, 48 or 66 bytes), leading zeros kept.</summary>
    /// <param name="ownKey">The own private key. It stays the caller's.</param>
    /// <param name="peer">The peer's public key.</param>
    /// <returns>The secret; the caller disposes it.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.KeyAgreementCurve"/>: the keys are on different curves;
    /// <see cref="CryptographyError.KeyAgreementPublicKey"/>: the platform refuses the peer's point.
    /// </exception>
    public static SecretBuffer DeriveSharedSecret(ECDiffieHellman ownKey, EcdhPublicKey peer)
    {
        ArgumentNullException.ThrowIfNull(ownKey);
        ArgumentNullException.ThrowIfNull(peer);
        CheckCurve(ownKey, peer);
        byte[]? secret = null;
        try
        {
            using var peerKey = ECDiffieHellman.Create(peer.Parameters);
            using ECDiffieHellmanPublicKey peerPublicKey = peerKey.PublicKey;
            secret = ownKey.DeriveRawSecretAgreement(peerPublicKey);
            return SecretBuffer.CopyOf(secret);
        }
        catch (CryptographicException error)
        {
            throw new CryptographyException(
                CryptographyError.KeyAgreementPublicKey, $"The key agreement on {peer.Curve} failed: {error.Message}", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Derives a key, usually the protection key of a TR-31 block.</summary>
    /// <param name="ownKey">The own private key. It stays the caller's.</param>
    /// <param name="peer">The peer's public key.</param>
    /// <param name="function">The key derivation function.</param>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="sharedInformation">The shared information, used as it is; the service takes 1 to 1024 bytes.</param>
    /// <param name="algorithm">What the key is for; sets its length.</param>
    /// <returns>The key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.KeyAgreementCurve"/>, <see cref="CryptographyError.KeyAgreementPublicKey"/> or
    /// <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static SecretBuffer DeriveKey(
        ECDiffieHellman ownKey,
        EcdhPublicKey peer,
        KeyDerivationFunction function,
        HashAlgorithmName hash,
        ReadOnlySpan<byte> sharedInformation,
        DerivedKeyAlgorithm algorithm)
    {
        using SecretBuffer secret = DeriveSharedSecret(ownKey, peer);
        return KeyDerivation.Derive(function, hash, secret.Span, sharedInformation, LengthOf(algorithm));
    }

    /// <summary>The length of a derived key, in bytes.</summary>
    /// <param name="algorithm">What the key is for.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: not a member of the enumeration.</exception>
    public static int LengthOf(DerivedKeyAlgorithm algorithm) => algorithm switch
    {
        DerivedKeyAlgorithm.Tdes2Key or DerivedKeyAlgorithm.Aes128 => 16,
        DerivedKeyAlgorithm.Tdes3Key or DerivedKeyAlgorithm.Aes192 => 24,
        DerivedKeyAlgorithm.Aes256 => 32,
        _ => throw new CryptographyException(CryptographyError.InvalidArgument, $"There is no key algorithm {algorithm} to derive."),
    };

    private static void CheckCurve(ECDiffieHellman ownKey, EcdhPublicKey peer)
    {
        // The three curves have three field sizes, so the size names the curve among them.
        int peerSize = peer.CurveOid switch
        {
            Oids.NistP256 => 256,
            Oids.NistP384 => 384,
            _ => 521,
        };
        if (ownKey.KeySize != peerSize)
        {
            throw new CryptographyException(
                CryptographyError.KeyAgreementCurve,
                $"The peer's key is on {peer.Curve}, the own key on a curve of {ownKey.KeySize} bits; both have to be on one curve.");
        }
    }
}
