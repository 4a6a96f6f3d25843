using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// Verifies a token's digest and signature. Senders sign the attributes in the order in which they send them, which with longer
/// nonces and headers is not the order of DER; others send one order and sign the other. Both are tried, as received first.
/// </summary>
internal static class Tr34Signature
{
    public static Tr34SignatureForm Verify(Tr34KeyBlock block, Tr34SignedAttributes attributes, X509Certificate2 signer)
    {
        if (block.DigestAlgorithmOid != Oids.Sha256 || block.SignatureAlgorithmOid is not (Oids.RsaEncryption or Oids.Sha256WithRsa))
        {
            throw new CryptographyException(
                CryptographyError.Tr34SignatureAlgorithm,
                $"The token is signed with {Oids.NameOf(block.SignatureAlgorithmOid)} and {Oids.NameOf(block.DigestAlgorithmOid)}; TR-34 signs with RSA "
                    + "PKCS#1 v1.5 and SHA-256.");
        }

        byte[] digest = block.ComputeDigest();
        if (!CryptographicOperations.FixedTimeEquals(digest, block.MessageDigest.Span))
        {
            throw new CryptographyException(
                CryptographyError.Tr34DigestMismatch,
                $"The SHA-256 digest of the envelope is {Convert.ToHexString(digest)}; the signed digest is "
                    + $"{Convert.ToHexString(block.MessageDigest.Span)}. The envelope was changed after signing, or the digest was taken over other bytes.");
        }

        using RsaPublicKeyLease lease = CertificateKey.Rsa(signer, "signing (KDH)");
        if (Verify(lease.Key, attributes.SignedBytesAsReceived(), block.Signature.Span))
        {
            return Tr34SignatureForm.AsReceived;
        }

        if (Verify(lease.Key, attributes.SignedBytesSorted(), block.Signature.Span))
        {
            return Tr34SignatureForm.DerSorted;
        }

        throw new CryptographyException(
            CryptographyError.Tr34SignatureInvalid,
            $"The signature does not verify with the key of {signer.Subject} (serial {signer.SerialNumber}), neither over the attributes as received nor in "
                + $"DER order: signed by another key, or changed since. The token names the signer {block.Signer}.");
    }

    private static bool Verify(RSA key, byte[] signedBytes, ReadOnlySpan<byte> signature) =>
        key.VerifyData(signedBytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
