using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;

namespace PaymentCrypto.Local.Tools;

/// <summary>
/// PKCS #12 (RFC 7292) with an encrypted private key, plain certificates and a MAC by HMAC-SHA256. The platform's own export still
/// encrypts with triple DES, SHA-1 and 2000 rounds.
/// </summary>
internal static class Pkcs12
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string ShroudedKeyBag = "1.2.840.113549.1.12.10.1.2";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const string X509Certificate = "1.2.840.113549.1.9.22.1";
    private const string LocalKeyId = "1.2.840.113549.1.9.21";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int Version = 3;
    private const int SaltLength = 16;

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    /// <summary>Writes the file.</summary>
    /// <param name="privateKey">EncryptedPrivateKeyInfo (RFC 5958), DER.</param>
    /// <param name="certificates">That of the key, then those above it.</param>
    /// <param name="password">The passphrase.</param>
    /// <param name="iterations">Rounds of the derivation of the MAC key.</param>
    public static byte[] Write(byte[] privateKey, IReadOnlyList<X509Certificate2> certificates, ReadOnlySpan<char> password, int iterations)
    {
        byte[] keyId = SHA256.HashData(certificates[0].RawData)[..SaltLength];
        byte[] safe = AuthenticatedSafe(privateKey, certificates, keyId);
        byte[] salt = RandomNumberGenerator.GetBytes(SaltLength);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            WriteData(writer, safe);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(Sha256);
                        writer.WriteNull();
                    }

                    writer.WriteOctetString(Mac(safe, salt, password, iterations));
                }

                writer.WriteOctetString(salt);
                writer.WriteInteger(iterations);
            }
        }

        return writer.Encode();
    }

    private static byte[] AuthenticatedSafe(byte[] privateKey, IReadOnlyList<X509Certificate2> certificates, byte[] keyId)
    {
        AsnWriter keys = new(AsnEncodingRules.DER);
        using (keys.PushSequence())
        {
            WriteBag(keys, ShroudedKeyBag, value => value.WriteEncodedValue(privateKey), keyId);
        }

        AsnWriter others = new(AsnEncodingRules.DER);
        using (others.PushSequence())
        {
            for (int i = 0; i < certificates.Count; i++)
            {
                byte[] certificate = certificates[i].RawData;
                WriteBag(others, CertificateBag, value => WriteCertificate(value, certificate), i == 0 ? keyId : null);
            }
        }

        AsnWriter safe = new(AsnEncodingRules.DER);
        using (safe.PushSequence())
        {
            WriteData(safe, keys.Encode());
            WriteData(safe, others.Encode());
        }

        return safe.Encode();
    }

    private static void WriteData(AsnWriter writer, byte[] content)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Data);
            using (writer.PushSequence(Explicit))
            {
                writer.WriteOctetString(content);
            }
        }
    }

    private static void WriteCertificate(AsnWriter writer, byte[] certificate)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(X509Certificate);
            using (writer.PushSequence(Explicit))
            {
                writer.WriteOctetString(certificate);
            }
        }
    }

    private static void WriteBag(AsnWriter writer, string type, Action<AsnWriter> writeValue, byte[]? keyId)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSequence(Explicit))
            {
                writeValue(writer);
            }

            if (keyId is not null)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(LocalKeyId);
                    using (writer.PushSetOf())
                    {
                        writer.WriteOctetString(keyId);
                    }
                }
            }
        }
    }

    /// <summary>RFC 7292 appendix B.4.</summary>
    private static byte[] Mac(byte[] content, byte[] salt, ReadOnlySpan<char> password, int iterations)
    {
        char[] characters = GC.AllocateUninitializedArray<char>(password.Length, pinned: true);
        password.CopyTo(characters);
        byte[] encoded = PbeParametersGenerator.Pkcs12PasswordToBytes(characters);
        byte[]? key = null;
        try
        {
            Pkcs12ParametersGenerator generator = new(new Sha256Digest());
            generator.Init(encoded, salt, iterations);
            key = ((KeyParameter)generator.GenerateDerivedMacParameters(8 * HMACSHA256.HashSizeInBytes)).GetKey();
            return HMACSHA256.HashData(key, content);
        }
        finally
        {
            Array.Clear(characters);
            CryptographicOperations.ZeroMemory(encoded);
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
