using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The receiver's checks, in the order in which the service makes them. The first that fails is the one reported.</summary>
internal static class Tr34Opener
{
    public static Tr34OpenedKey Open(Tr34KeyBlock block, Tr34OpenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckSignerCertificate(block, options);
        CheckIdentifier(block.Signer, CertificateIdentifier.Of(options.SignerCertificate), CryptographyError.Tr34SignerMismatch,
            "is signed by the certificate with", "signing (KDH)");
        Tr34SignatureForm form = block.VerifySignature(options.SignerCertificate);
        Tr34Freshness.Check(block, options);
        CheckIdentifier(block.Recipient, CertificateIdentifier.Of(options.RecipientCertificate), CryptographyError.Tr34RecipientMismatch,
            "is for the certificate with", "recipient (KRD)");
        return Unwrap(block, form, options);
    }

    private static void CheckSignerCertificate(Tr34KeyBlock block, Tr34OpenOptions options)
    {
        var check = new CertificateCheckOptions { ValidAt = options.ValidAt, ClockSkew = options.ClockSkew };
        if (options.SignerIssuerCertificate is { } issuer)
        {
            CertificateCheck.VerifyIssuedBy(options.SignerCertificate, issuer, check);
        }
        else
        {
            CertificateCheck.VerifyValidity(options.SignerCertificate, check);
        }

        CertificateCheck.RequireSigning(options.SignerCertificate);
        bool found = false;
        foreach (ReadOnlyMemory<byte> encoded in block.RevocationLists)
        {
            var list = CertificateRevocationList.Parse(encoded);
            if (list.IsByIssuerOf(options.SignerCertificate))
            {
                list.Check(options.SignerCertificate, options.SignerIssuerCertificate, check);
                found = true;
            }
        }

        if (options.RequireRevocationList && !found)
        {
            throw new CryptographyException(
                CryptographyError.Tr34RevocationListMissing,
                $"The token carries {block.RevocationLists.Count} revocation lists, none by {options.SignerCertificate.Issuer}, the issuer of the signing "
                    + "(KDH) certificate; one was required.");
        }
    }

    internal static void CheckIdentifier(CertificateIdentifier found, CertificateIdentifier expected, CryptographyError error, string verb, string role)
    {
        if (!found.Matches(expected))
        {
            throw new CryptographyException(error, $"The token {verb} {found}; the {role} certificate given has {expected}.");
        }
    }

    internal static Tr34OpenedKey Unwrap(Tr34KeyBlock block, Tr34SignatureForm form, Tr34OpenOptions options)
    {
        CheckKeyTransport(block);
        Tr34Cipher cipher = CheckContent(block);
        using SecretBuffer ephemeralKey = Tr34EphemeralKey.Decrypt(block, cipher, options, out CryptographyException? refusal);
        byte[] plaintext = GC.AllocateUninitializedArray<byte>(block.Ciphertext.Length, pinned: true);
        try
        {
            // Also after a key that did not open, with a random one: a refusal that came sooner would tell which of the two it was.
            DecryptContent(block, cipher, ephemeralKey.Span, plaintext);
            if (refusal is not null)
            {
                throw refusal;
            }

            return OpenContent(plaintext, cipher, block, form);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    // Whatever reads decrypted bytes, a name or a header too, fails as the content's own kind: CryptographyException.IsAfterDecryption says why.
    private static Tr34OpenedKey OpenContent(ReadOnlyMemory<byte> plaintext, Tr34Cipher cipher, Tr34KeyBlock block, Tr34SignatureForm form)
    {
        try
        {
            return Tr34KeyEncryptionBlock.Open(plaintext, Tr34CipherSuite.BlockLength(cipher), block, form);
        }
        catch (CryptographyException error) when (!error.IsAfterDecryption)
        {
            throw new CryptographyException(CryptographyError.Tr34KeyEncryptionBlock, error.Message, error);
        }
    }

    internal static void CheckKeyTransport(Tr34KeyBlock block)
    {
        if (block.OaepParameters is not { IsTr34: true })
        {
            throw new CryptographyException(
                CryptographyError.Tr34KeyTransport,
                $"The ephemeral key is transported by {Oids.NameOf(block.KeyTransportOid)}{(block.OaepParameters is { } found ? $" ({found})" : "")}; "
                    + "RSAES-OAEP (SHA-256, MGF1 with SHA-256, empty label) is needed.");
        }
    }

    private static void DecryptContent(Tr34KeyBlock block, Tr34Cipher cipher, ReadOnlySpan<byte> ephemeralKey, Span<byte> plaintext)
    {
        using BlockCipher decryptor = Tr34CipherSuite.Create(cipher, ephemeralKey);
        decryptor.DecryptCbc(block.InitializationVector.Span, block.Ciphertext.Span, plaintext);
    }

    // What anybody can see, before anything is decrypted.
    internal static Tr34Cipher CheckContent(Tr34KeyBlock block)
    {
        Tr34Cipher cipher = block.Cipher ?? throw new CryptographyException(
            CryptographyError.Tr34Cipher,
            $"The content is encrypted with {Oids.NameOf(block.CipherOid)}; DES-EDE3-CBC, AES-128-CBC, AES-192-CBC or AES-256-CBC is expected.");
        int blockLength = Tr34CipherSuite.BlockLength(cipher);
        ReadOnlyMemory<byte> iv = block.InitializationVector;
        ReadOnlyMemory<byte> ciphertext = block.Ciphertext;
        if (iv.Length != blockLength)
        {
            throw new CryptographyException(CryptographyError.Tr34InitializationVector, string.Create(
                CultureInfo.InvariantCulture,
                $"The initialization vector is {iv.Length} bytes long; {Oids.NameOf(block.CipherOid)} needs {blockLength}."));
        }

        if (ciphertext.IsEmpty || ciphertext.Length % blockLength != 0)
        {
            throw new CryptographyException(CryptographyError.Tr34Malformed, string.Create(
                CultureInfo.InvariantCulture,
                $"The encrypted content is {ciphertext.Length} bytes long; {Oids.NameOf(block.CipherOid)} needs a multiple of {blockLength}."));
        }

        return cipher;
    }
}
