using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Rsa;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Operations.Data;

/// <summary>Encrypts data under RSA keys of the store, and decrypts it.</summary>
internal sealed class RsaDataKeys(DataKeys keys, KeyMaterials materials)
{
    /// <summary>Encrypts under a pair or an imported public key.</summary>
    /// <returns>ARN and check value of the key, and the cipher text.</returns>
    public (string Arn, string CheckValue, byte[] CipherText) Encrypt(
        OperationContext context, string identifier, AsymmetricEncryptionAttributes attributes, byte[] data)
    {
        using OpenedKey key = keys.Lend(context, "KeyIdentifier", identifier, KeyRules.RsaEncrypt);
        RsaDataPadding padding = PaddingOf(attributes.PaddingType);
        if (key.Attributes.KeyClass == KeyClass.PublicKey)
        {
            // The record names a public key in the clear too: only its certificate is bound to the vault.
            materials.Authenticate(key.Record);
            using X509Certificate2 certificate = CertificateText.Load(key.Record.Certificate!);
            using RSA publicKey = certificate.GetRSAPublicKey()!;
            return (key.Arn, key.CheckValue, Refusals.Of("PlainText", () => RsaData.Encrypt(publicKey, padding, data)));
        }

        using RsaKeyLease pair = materials.LendRsa(key.Record);
        return (key.Arn, key.CheckValue, Refusals.Of("PlainText", () => RsaData.Encrypt(pair.Key, padding, data)));
    }

    /// <summary>Decrypts with a pair.</summary>
    public (string Arn, string CheckValue, string PlainText) Decrypt(
        OperationContext context, string identifier, AsymmetricEncryptionAttributes attributes, byte[] cipherText)
    {
        using OpenedKey key = keys.Lend(context, "KeyIdentifier", identifier, KeyRules.RsaDecrypt);
        if (key.Attributes.KeyClass != KeyClass.AsymmetricKeyPair)
        {
            throw new ValidationException($"KeyIdentifier {key.Arn} is a {key.Attributes.KeyClass}: a key pair is needed to decrypt.");
        }

        using RsaKeyLease pair = materials.LendRsa(key.Record);
        using SecretBuffer plain = Refusals.Of("CipherText", () => RsaData.Decrypt(pair.Key, PaddingOf(attributes.PaddingType), cipherText));
        return (key.Arn, key.CheckValue, Convert.ToHexString(plain.Span));
    }

    private static RsaDataPadding PaddingOf(string? padding) => padding switch
    {
        null => RsaDataPadding.None,
        PaddingType.Pkcs1 => RsaDataPadding.Pkcs1,
        PaddingType.OaepSha1 => RsaDataPadding.OaepSha1,
        PaddingType.OaepSha256 => RsaDataPadding.OaepSha256,
        _ => RsaDataPadding.OaepSha512,
    };
}
