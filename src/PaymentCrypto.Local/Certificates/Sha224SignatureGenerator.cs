using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Signers;
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
    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => ecc ? SignEcdsa(data) : SignRsa(data);

    // The platform signs a hash that it is given with ECDSA, but with RSA its own only.
    private byte[] SignEcdsa(byte[] data)
    {
        var digest = new Sha224Digest();
        digest.BlockUpdate(data);
        byte[] hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey.Span, out _);
        return key.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    private byte[] SignRsa(byte[] data)
    {
        using var key = RSA.Create();
        key.ImportPkcs8PrivateKey(privateKey.Span, out _);
        RSAParameters parts = key.ExportParameters(includePrivateParameters: true);
        try
        {
            var signer = new RsaDigestSigner(new Sha224Digest());
            signer.Init(forSigning: true, DotNetUtilities.GetRsaKeyPair(parts).Private);
            signer.BlockUpdate(data);
            return signer.GenerateSignature();
        }
        finally
        {
            foreach (byte[]? secret in new[] { parts.D, parts.P, parts.Q, parts.DP, parts.DQ, parts.InverseQ })
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    /// <inheritdoc/>
    protected override PublicKey BuildPublicKey() => publicKey;
}
