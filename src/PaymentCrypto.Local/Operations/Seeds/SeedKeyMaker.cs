using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Exchange.Import;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;

namespace PaymentCrypto.Local.Operations.Seeds;

/// <summary>Makes the keys that a seed describes, without storing them.</summary>
internal sealed class SeedKeyMaker(IReadOnlyList<KeyImporter> importers, Func<int, RsaKeyPair> generate)
{
    /// <summary>One key, ready to be stored; the caller disposes it.</summary>
    /// <exception cref="SeedRefusedException">The description is not that of a key.</exception>
    public NewKey Make(StoreConnection connection, SeedKey key, int index, OperationContext context)
    {
        Refuse(index, nameof(SeedKey.Tags), () => TagRules.Check(key.Tags));
        return key.Certificate is null ? MakeSecret(key, index) : MakePublic(connection, key, index, context);
    }

    private static T Refuse<T>(int index, string member, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is ServiceException or CryptographyException)
        {
            throw new SeedRefusedException(index, member, e.Message, e);
        }
    }

    private static void Check(KeyAttributes attributes, int index)
    {
        Refuse(index, nameof(SeedKey.KeyAttributes), () =>
        {
            KeyAttributeTable.CheckAlgorithm(attributes);
            return true;
        });
        Refuse(index, nameof(KeyAttributes.KeyModesOfUse), () =>
        {
            KeyAttributeTable.Check(attributes);
            return true;
        });
    }

    private static NewKey Of(SeedKey key, int index, SecretBuffer? material, byte[]? publicKey) => new()
    {
        KeyId = key.KeyId ?? SeedIds.Of(key.Name),
        Attributes = key.KeyAttributes,
        CheckValue = publicKey is null
            ? Refuse(index, nameof(SeedKey.KeyCheckValueAlgorithm),
                () => CheckValues.OfSymmetric(key.KeyAttributes.KeyAlgorithm!, material!.Span, key.KeyCheckValueAlgorithm))
            : CheckValues.OfPublicKey(publicKey),
        Exportable = key.Exportable,
        Enabled = key.Enabled,
        Origin = key.Material is null ? KeyOrigin.AwsPaymentCryptography : KeyOrigin.External,
        Material = material,
        PublicKey = publicKey,
        DeriveKeyUsage = key.DeriveKeyUsage,
        Tags = key.Tags,
    };

    private NewKey MakeSecret(SeedKey key, int index)
    {
        Check(key.KeyAttributes, index);
        string algorithm = key.KeyAttributes.KeyAlgorithm!;
        if (key.DeriveKeyUsage is not null && !KeyAttributeTable.IsEcc(algorithm))
        {
            throw new SeedRefusedException(index, nameof(SeedKey.DeriveKeyUsage), $"DeriveKeyUsage may be given for ECC keys only, not for {algorithm}.");
        }

        SecretBuffer? material = null;
        try
        {
            byte[]? publicKey = null;
            if (KeyAttributeTable.IsSymmetric(algorithm))
            {
                material = Symmetric(key, index);
            }
            else
            {
                (publicKey, material) = Pair(key, index);
            }

            return Of(key, index, material, publicKey);
        }
        catch
        {
            material?.Dispose();
            throw;
        }
    }

    private static SecretBuffer Symmetric(SeedKey key, int index)
    {
        string algorithm = key.KeyAttributes.KeyAlgorithm!;
        if (key.Material is not { } given)
        {
            return TestMaterial.Derive(key.Name, key.KeyAttributes.KeyUsage!, algorithm);
        }

        // An HMAC key may have any length from that of its hash on, as one that is imported.
        int? length = SymmetricLength.Of(algorithm);
        if (length is { } exact ? given.Length != exact : given.Length < SymmetricLength.OfHmac(algorithm) || given.Length > 128)
        {
            throw new SeedRefusedException(
                index,
                nameof(SeedKey.Material),
                length is null
                    ? $"A key for {algorithm} has {SymmetricLength.OfHmac(algorithm)} to 128 bytes, not {given.Length}."
                    : $"A key for {algorithm} has {length} bytes, not {given.Length}.");
        }

        return SecretBuffer.CopyOf(given.Span);
    }

    private (byte[] PublicKey, SecretBuffer Material) Pair(SeedKey key, int index)
    {
        string algorithm = key.KeyAttributes.KeyAlgorithm!;
        if (key.Material is { } pkcs8)
        {
            return (GivenPublicKey(pkcs8.Span, algorithm, index), SecretBuffer.CopyOf(pkcs8.Span));
        }

        if (KeyAttributeTable.IsEcc(algorithm))
        {
            return KeyMaker.EllipticCurve(algorithm);
        }

        using RsaKeyPair pair = generate(RsaKeySize.BitsOf(algorithm)!.Value);
        return (pair.PublicKey, SecretBuffer.CopyOf(pair.PrivateKey.Span));
    }

    private static byte[] GivenPublicKey(ReadOnlySpan<byte> pkcs8, string algorithm, int index)
    {
        using AsymmetricAlgorithm pair = KeyAttributeTable.IsEcc(algorithm) ? ECDiffieHellman.Create() : RSA.Create();
        try
        {
            pair.ImportPkcs8PrivateKey(pkcs8, out _);
        }
        catch (CryptographicException e)
        {
            throw new SeedRefusedException(index, nameof(SeedKey.Material), $"The private key is not one for {algorithm}.", e);
        }

        // RSA_2048 and ECC_NIST_P256 end with the size of their keys.
        if (!algorithm.EndsWith(pair.KeySize.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            throw new SeedRefusedException(index, nameof(SeedKey.Material), $"The private key has {pair.KeySize} bits, which is not {algorithm}.");
        }

        return pair.ExportSubjectPublicKeyInfo();
    }

    private NewKey MakePublic(StoreConnection connection, SeedKey key, int index, OperationContext context)
    {
        string certificate = Convert.ToBase64String(Encoding.UTF8.GetBytes(key.Certificate!));
        ImportKeyMaterial material = key.CertificateAuthority is null
            ? new() { RootCertificatePublicKey = new() { KeyAttributes = key.KeyAttributes, PublicKeyCertificate = certificate } }
            : new()
            {
                TrustedCertificatePublicKey = new()
                {
                    KeyAttributes = key.KeyAttributes,
                    PublicKeyCertificate = certificate,
                    CertificateAuthorityPublicKeyIdentifier = key.CertificateAuthority,
                },
            };
        ImportedKey imported = Refuse(
            index, nameof(SeedKey.Certificate), () => importers.Single(candidate => candidate.Handles(material)).Import(connection, material, context));
        Check(imported.Attributes, index);
        return new NewKey
        {
            KeyId = key.KeyId ?? SeedIds.Of(key.Name),
            Attributes = imported.Attributes,
            CheckValue = CheckValues.OfPublicKey(imported.PublicKey),
            Exportable = imported.Exportable,
            Enabled = key.Enabled,
            Origin = KeyOrigin.External,
            PublicKey = imported.PublicKey,
            Certificate = imported.Certificate,
            IssuerCertificate = imported.IssuerCertificate,
            Tags = key.Tags,
        };
    }
}
