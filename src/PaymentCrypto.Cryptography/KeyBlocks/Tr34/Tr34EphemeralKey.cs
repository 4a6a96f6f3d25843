using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// The ephemeral key under the receiver's RSA key, by OAEP only. There is no second try with other parameters or with PKCS#1 v1.5:
/// that would let an attacker choose the weaker scheme.
/// </summary>
internal static class Tr34EphemeralKey
{
    /// <summary>The clear ephemeral key, or a random one beside the reason why it could not be opened; the caller disposes it.</summary>
    /// <remarks>The caller goes on with the random key and throws the reason afterwards, so that both refusals take the same way.</remarks>
    public static SecretBuffer Decrypt(Tr34KeyBlock block, Tr34Cipher cipher, Tr34OpenOptions options, out CryptographyException? refusal)
    {
        var random = new SecretBuffer(Tr34CipherSuite.KeyLength(cipher));
        RandomNumberGenerator.Fill(random.Span);
        try
        {
            refusal = null;
            SecretBuffer key = Decrypt(block, cipher, options.RecipientPrivateKey);
            random.Dispose();
            return key;
        }
        catch (CryptographyException error) when (CertificateKey.Matches(options.RecipientCertificate, options.RecipientPrivateKey))
        {
            refusal = error;
            return random;
        }
        catch (CryptographyException)
        {
            random.Dispose();
            // Looked at only now: reading the public half of a key costs as much as half the decryption.
            throw new CryptographyException(
                CryptographyError.Tr34RecipientKeyMismatch,
                $"The private key given does not belong to the recipient (KRD) certificate {options.RecipientCertificate.Subject} (serial "
                    + $"{options.RecipientCertificate.SerialNumber}), which the token names.");
        }
    }

    private static SecretBuffer Decrypt(Tr34KeyBlock block, Tr34Cipher cipher, RSA recipientKey)
    {
        int modulusLength = recipientKey.KeySize / 8;
        if (block.EncryptedKey.Length != modulusLength)
        {
            throw new CryptographyException(CryptographyError.Tr34EphemeralKey, string.Create(
                CultureInfo.InvariantCulture,
                $"The encrypted ephemeral key is {block.EncryptedKey.Length} bytes long; under the recipient's RSA_{recipientKey.KeySize} key it has "
                    + $"{modulusLength}."));
        }

        using var buffer = new SecretBuffer(modulusLength);
        try
        {
            if (!recipientKey.TryDecrypt(block.EncryptedKey.Span, buffer.Span, RSAEncryptionPadding.OaepSHA256, out int length))
            {
                throw new CryptographicException("The decrypted key is longer than the modulus.");
            }

            int needed = Tr34CipherSuite.KeyLength(cipher);
            if (length != needed)
            {
                throw new CryptographyException(CryptographyError.Tr34EphemeralKey, string.Create(
                    CultureInfo.InvariantCulture, $"The ephemeral key is {length} bytes long; {Oids.NameOf(block.CipherOid)} needs {needed}."));
            }

            return SecretBuffer.CopyOf(buffer.Span[..length]);
        }
        catch (CryptographicException error)
        {
            throw new CryptographyException(
                CryptographyError.Tr34EphemeralKey,
                "The ephemeral key can't be decrypted with the recipient's private key by RSA-OAEP (SHA-256, MGF1 with SHA-256, empty label): wrapped for "
                    + "another key, with other parameters than the token states, or with PKCS#1 v1.5.",
                error);
        }
    }
}
