using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>The common frame of certificates and revocation lists: signed part, signature algorithm, signature (RFC 5280).</summary>
internal sealed class SignedObject
{
    private readonly string _algorithm;
    private readonly byte[] _signature;
    private readonly string _what;

    private SignedObject(ReadOnlyMemory<byte> toBeSigned, string algorithm, byte[] signature, string what)
    {
        ToBeSigned = toBeSigned;
        _algorithm = algorithm;
        _signature = signature;
        _what = what;
    }

    public ReadOnlyMemory<byte> ToBeSigned { get; }

    public static SignedObject Read(ReadOnlyMemory<byte> encoded, CryptographyError error, string what)
    {
        var outer = new Asn1Cursor(encoded, error, what);
        Asn1Cursor sequence = outer.Sequence(what);
        ReadOnlyMemory<byte> toBeSigned = sequence.Encoded("signed part");
        string algorithm = sequence.Sequence("signatureAlgorithm").Oid("algorithm");
        byte[] signature = sequence.BitString("signature");
        sequence.End();
        outer.End();
        return new SignedObject(toBeSigned, algorithm, signature, what);
    }

    /// <summary>Whether the signature is the issuer's.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateSignatureAlgorithm"/>: the algorithm is broken or not known
    /// here.</exception>
    public bool IsSignedBy(X509Certificate2 issuer)
    {
        try
        {
            return _algorithm switch
            {
                Oids.Sha256WithRsa => VerifyRsa(issuer, HashAlgorithmName.SHA256),
                Oids.Sha384WithRsa => VerifyRsa(issuer, HashAlgorithmName.SHA384),
                Oids.Sha512WithRsa => VerifyRsa(issuer, HashAlgorithmName.SHA512),
                Oids.EcdsaWithSha256 => VerifyEcdsa(issuer, HashAlgorithmName.SHA256),
                Oids.EcdsaWithSha384 => VerifyEcdsa(issuer, HashAlgorithmName.SHA384),
                Oids.EcdsaWithSha512 => VerifyEcdsa(issuer, HashAlgorithmName.SHA512),
                Oids.Sha224WithRsa => VerifyRsaWithSha224(issuer),
                Oids.EcdsaWithSha224 => VerifyEcdsaWithSha224(issuer),
                _ => throw new CryptographyException(
                    CryptographyError.CertificateSignatureAlgorithm,
                    $"The {_what} is signed with {Oids.NameOf(_algorithm)}; RSA PKCS#1 v1.5 or ECDSA with SHA-224, SHA-256, SHA-384 or SHA-512 is needed."),
            };
        }
        catch (CryptographicException)
        {
            // The signature or the issuer's key is not even well formed.
            return false;
        }
    }

    private bool VerifyRsa(X509Certificate2 issuer, HashAlgorithmName hash)
    {
        using var lease = RsaPublicKeyLease.Take(issuer);
        return lease is not null && lease.Key.VerifyData(ToBeSigned.Span, _signature, hash, RSASignaturePadding.Pkcs1);
    }

    private bool VerifyEcdsa(X509Certificate2 issuer, HashAlgorithmName hash)
    {
        using ECDsa? key = issuer.GetECDsaPublicKey();
        return key is not null && key.VerifyData(ToBeSigned.Span, _signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    // The platform has no SHA-224, with which the service does sign requests. It verifies ECDSA over a hash that it is given, but RSA over its own only.
    private bool VerifyRsaWithSha224(X509Certificate2 issuer)
    {
        using var lease = RsaPublicKeyLease.Take(issuer);
        if (lease is null)
        {
            return false;
        }

        try
        {
            var verifier = new RsaDigestSigner(new Sha224Digest());
            verifier.Init(forSigning: false, DotNetUtilities.GetRsaPublicKey(lease.Key));
            verifier.BlockUpdate(ToBeSigned.Span);
            return verifier.VerifySignature(_signature);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or CryptoException)
        {
            // A modulus that the library does not take: even, too long or a prime.
            return false;
        }
    }

    private bool VerifyEcdsaWithSha224(X509Certificate2 issuer)
    {
        using ECDsa? key = issuer.GetECDsaPublicKey();
        if (key is null)
        {
            return false;
        }

        var digest = new Sha224Digest();
        digest.BlockUpdate(ToBeSigned.Span);
        byte[] hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash);
        return key.VerifyHash(hash, _signature, DSASignatureFormat.Rfc3279DerSequence);
    }
}
