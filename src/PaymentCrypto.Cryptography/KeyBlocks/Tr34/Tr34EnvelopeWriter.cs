using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>Writes the envelope of a key token in each dialect: fresh ephemeral key and IV, the key encrypted, the ephemeral key wrapped.</summary>
internal static class Tr34EnvelopeWriter
{
    private static readonly Asn1Tag CiphertextTag = new(TagClass.ContextSpecific, 0);

    public static byte[] Write(ReadOnlySpan<byte> key, string header, CertificateIdentifier signer, Tr34CreateOptions options)
    {
        Tr34Cipher cipher = options.Cipher ?? DefaultCipher(header, key.Length);
        byte[] iv = RandomNumberGenerator.GetBytes(Tr34CipherSuite.BlockLength(cipher));
        using SecretBuffer ephemeralKey = Tr34CipherSuite.NewKey(cipher);
        using BlockCipher encryptor = Tr34CipherSuite.Create(cipher, ephemeralKey.Span);
        byte[] content = Tr34KeyEncryptionBlock.Build(key, header, signer, iv.Length);
        encryptor.EncryptCbc(iv, content, content);
        return Encode(cipher, iv, content, WrapEphemeralKey(ephemeralKey.Span, options), options);
    }

    private static Tr34Cipher DefaultCipher(string header, int keyLength) => (Tr34Header.Algorithm(header), keyLength) switch
    {
        ('T' or 'D', _) => Tr34Cipher.TripleDes,
        (_, <= 16) => Tr34Cipher.Aes128,
        (_, <= 24) => Tr34Cipher.Aes192,
        _ => Tr34Cipher.Aes256,
    };

    private static byte[] WrapEphemeralKey(ReadOnlySpan<byte> ephemeralKey, Tr34CreateOptions options)
    {
        CertificateCheck.RequireKeyEncipherment(options.RecipientCertificate);
        using RsaPublicKeyLease lease = CertificateKey.Rsa(options.RecipientCertificate, "recipient (KRD)");
        try
        {
            return lease.Key.Encrypt(ephemeralKey, RSAEncryptionPadding.OaepSHA256);
        }
        catch (CryptographicException error)
        {
            throw new CryptographyException(CryptographyError.Tr34EphemeralKey, string.Create(
                CultureInfo.InvariantCulture,
                $"The recipient's RSA_{lease.Key.KeySize} key can't wrap the ephemeral key of {ephemeralKey.Length} bytes: {error.Message}"), error);
        }
    }

    private static byte[] Encode(Tr34Cipher cipher, byte[] iv, byte[] ciphertext, byte[] encryptedKey, Tr34CreateOptions options)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, ciphertext.Length + encryptedKey.Length + 1024);
        if (options.Dialect is Tr34Dialect.Aws or Tr34Dialect.Futurex)
        {
            WriteBody(writer, cipher, iv, ciphertext, encryptedKey, options);
        }
        else
        {
            using (writer.PushSequence())
            {
                WriteBody(writer, cipher, iv, ciphertext, encryptedKey, options);
            }
        }

        return writer.Encode();
    }

    private static void WriteBody(AsnWriter writer, Tr34Cipher cipher, byte[] iv, byte[] ciphertext, byte[] encryptedKey, Tr34CreateOptions options)
    {
        writer.WriteInteger(0);
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            CertificateIdentifier.Of(options.RecipientCertificate).Write(writer);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.RsaesOaep);
                WriteOaepParameters(writer, options.Dialect);
            }

            writer.WriteOctetString(encryptedKey);
        }

        bool ciphertextInside = options.Dialect is Tr34Dialect.Aws or Tr34Dialect.AnnexB;
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Data);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Tr34CipherSuite.Oid(cipher));
                writer.WriteOctetString(iv);
                if (ciphertextInside)
                {
                    writer.WriteOctetString(ciphertext, CiphertextTag);
                }
            }

            if (!ciphertextInside)
            {
                writer.WriteOctetString(ciphertext, CiphertextTag);
            }
        }
    }

    private static void WriteOaepParameters(AsnWriter writer, Tr34Dialect dialect)
    {
        bool tagged = dialect == Tr34Dialect.StrictCms;
        using (writer.PushSequence())
        {
            Tagged(writer, tagged, 0, () => WriteHash(writer, withNull: dialect != Tr34Dialect.Futurex));
            Tagged(writer, tagged, 1, () =>
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Mgf1);
                    WriteHash(writer, withNull: tagged);
                }
            });

            // The empty label is the default, which DER leaves out.
            if (!tagged)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.PSpecified);
                    writer.WriteOctetString([]);
                }
            }
        }
    }

    private static void Tagged(AsnWriter writer, bool tagged, int number, Action write)
    {
        if (!tagged)
        {
            write();
            return;
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, number, isConstructed: true)))
        {
            write();
        }
    }

    private static void WriteHash(AsnWriter writer, bool withNull)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Sha256);
            if (withNull)
            {
                writer.WriteNull();
            }
        }
    }
}
