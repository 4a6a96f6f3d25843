using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Benchmarks.Timing;

namespace PaymentCrypto.Benchmarks;

/// <summary>Key cryptograms that do not open, each for another reason.</summary>
internal static class RefusedCryptograms
{
    /// <summary>Makes them for the key of an import token.</summary>
    public static (string Kind, ImportKeyRequest Request)[] Of(GetParametersForImportResponse parameters)
    {
        using var recipient = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(parameters.WrappingKeyCertificate!)));
        using RSA key = recipient.GetRSAPublicKey()!;
        byte[] anything = RandomNumberGenerator.GetBytes(key.KeySize / 8);
        anything[0] &= 0x3F;
        return
        [
            ("hash of the label", Import(OaepMessage.Encrypt(key, RandomNumberGenerator.GetBytes(16), OaepMessage.WrongLabel))),
            ("first byte", Import(OaepMessage.Encrypt(key, RandomNumberGenerator.GetBytes(16), OaepMessage.Whole, leading: 1))),
            ("end of the padding", Import(OaepMessage.Encrypt(key, RandomNumberGenerator.GetBytes(16), OaepMessage.WrongSeparator))),
            ("anything", Import(anything)),
            ("length of the key", Import(OaepMessage.Encrypt(key, RandomNumberGenerator.GetBytes(17), OaepMessage.Whole))),
        ];

        ImportKeyRequest Import(byte[] cryptogram) => new()
        {
            KeyMaterial = new ImportKeyMaterial
            {
                KeyCryptogram = new ImportKeyCryptogram
                {
                    ImportToken = parameters.ImportToken,
                    Exportable = true,
                    WrappingSpec = WrappingKeySpec.RsaOaepSha256,
                    WrappedKeyCryptogram = Convert.ToHexString(cryptogram),
                    KeyAttributes = new KeyAttributes
                    {
                        KeyAlgorithm = KeyAlgorithm.Tdes2Key,
                        KeyClass = KeyClass.SymmetricKey,
                        KeyUsage = KeyUsage.Tr31D0SymmetricDataEncryptionKey,
                        KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true },
                    },
                },
            },
        };
    }
}
