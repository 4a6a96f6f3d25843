using System.Formats.Asn1;
using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tools;

/// <summary>Reads a private key in DER: PKCS #8 (RFC 5958), encrypted or not, PKCS #1 (RFC 8017) or SEC 1 (RFC 5915).</summary>
internal static class PrivateKeyDer
{
    /// <summary>The key; null when the bytes are something else, such as a certificate.</summary>
    /// <exception cref="KeyInputException">It is a private key that cannot be used.</exception>
    public static AsymmetricAlgorithm? Read(byte[] der, string path, SecureString? passphrase, bool certificatesOnly)
    {
        switch (Shape(der))
        {
            case null:
                return null;
            case var _ when certificatesOnly:
                throw new KeyInputException(KeyInputFailure.Form, $"'{path}' holds a private key and no certificate: give the certificate.");
            case true when passphrase is null:
                throw CredentialFile.Locked(path, null);
            case true:
                {
                    using var password = ClearText.Of(passphrase!);
                    ReadOnlySpan<char> characters = password.Characters;
                    return Try(RSA.Create(), der, characters) ?? Try(ECDsa.Create(), der, characters) ?? throw CredentialFile.Locked(path, passphrase);
                }

            default:
                return Try(RSA.Create(), der, static (key, bytes) => key.ImportPkcs8PrivateKey(bytes, out _))
                    ?? Try(ECDsa.Create(), der, static (key, bytes) => key.ImportPkcs8PrivateKey(bytes, out _))
                    ?? Try(RSA.Create(), der, static (key, bytes) => ((RSA)key).ImportRSAPrivateKey(bytes, out _))
                    ?? Try(ECDsa.Create(), der, static (key, bytes) => ((ECDsa)key).ImportECPrivateKey(bytes, out _))
                    ?? throw new KeyInputException(KeyInputFailure.FileUnreadable,
                        $"'{path}' is in DER, but not an RSA or elliptic curve private key that can be read.");
        }
    }

    /// <summary>
    /// True for an encrypted key, false for a plain one, null for neither: a key begins with its version, an encrypted one has an octet string second.
    /// </summary>
    private static bool? Shape(byte[] der)
    {
        try
        {
            AsnReader content = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            if (content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            {
                return content.ReadInteger() <= 1 ? false : null;
            }

            content.ReadEncodedValue();
            return content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) ? true : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static AsymmetricAlgorithm? Try(AsymmetricAlgorithm key, byte[] der, ReadOnlySpan<char> password)
    {
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(password, der, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private static AsymmetricAlgorithm? Try(AsymmetricAlgorithm key, byte[] der, Action<AsymmetricAlgorithm, byte[]> import)
    {
        try
        {
            import(key, der);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
