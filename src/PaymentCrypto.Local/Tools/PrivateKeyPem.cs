using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tools;

/// <summary>Reads a private key from one PEM block: PKCS #8, encrypted or not, PKCS #1 or SEC 1.</summary>
internal static class PrivateKeyPem
{
    public static AsymmetricAlgorithm Read(ReadOnlySpan<char> block, ReadOnlySpan<char> label, string path, SecureString? passphrase)
    {
        if (label.SequenceEqual("ENCRYPTED PRIVATE KEY"))
        {
            if (passphrase is null)
            {
                throw CredentialFile.Locked(path, null);
            }

            using var password = ClearText.Of(passphrase);
            return TryEncrypted(RSA.Create(), block, password.Characters)
                ?? TryEncrypted(ECDsa.Create(), block, password.Characters)
                ?? throw CredentialFile.Locked(path, passphrase);
        }

        return TryPlain(RSA.Create(), block)
            ?? TryPlain(ECDsa.Create(), block)
            ?? throw new KeyInputException(
                KeyInputFailure.FileUnreadable, $"The PEM block '{label}' in '{path}' is not an RSA or elliptic curve private key that can be read.");
    }

    private static AsymmetricAlgorithm? TryEncrypted(AsymmetricAlgorithm key, ReadOnlySpan<char> block, ReadOnlySpan<char> password)
    {
        try
        {
            key.ImportFromEncryptedPem(block, password);
            return key;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }

    private static AsymmetricAlgorithm? TryPlain(AsymmetricAlgorithm key, ReadOnlySpan<char> block)
    {
        try
        {
            key.ImportFromPem(block);
            return key;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }
}
