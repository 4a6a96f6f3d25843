using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Certificates;

/// <summary>
/// Signs with SHA-224, which the service offers and the platform does not have: sha224WithRSAEncryption (RFC 4055) or
/// ecdsa-with-SHA224 (RFC 5758).
/// </summary>
/// <param name="publicKey">The public key.</param>
/// <param name="privateKey">PKCS#8 of the private one.</param>
/// <param name="ecc">Whether the pair is on an elliptic curve rather than RSA.</param>
internal sealed class Sha224SignatureGenerator(PublicKey publicKey, SecretBuffer privateKey, bool ecc) : X509SignatureGenerator
{
    private const string Sha224WithRsa = "1.2.840.113549.1.1.14";
    private const string EcdsaWithSha224 = "1.2.840.10045.4.3.1";

    /// <inheritdoc/>
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(ecc ? EcdsaWithSha224 : Sha224WithRsa);
            if (!ecc)
            {
                writer.WriteNull();
            }
        }

        return writer.Encode();
    }

    /// <inheritdoc/>
    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm)
    {
        byte[] encoded = privateKey.Span.ToArray();
        try
        {
            ISigner signer = SignerUtilities.GetSigner(ecc ? "SHA-224withECDSA" : "SHA-224withRSA");
            signer.Init(forSigning: true, PrivateKeyFactory.CreateKey(encoded));
            signer.BlockUpdate(data);
            return signer.GenerateSignature();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }

    /// <inheritdoc/>
    protected override PublicKey BuildPublicKey() => publicKey;
}
