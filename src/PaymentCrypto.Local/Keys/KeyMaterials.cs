using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Keys;

/// <summary>Opens the sealed material of keys, for the operations that use it.</summary>
internal sealed class KeyMaterials(SecretVault vault, OpenedRsaKeys privateKeys)
{
    /// <summary>The material of a key.</summary>
    /// <returns>The raw key, or PKCS#8 of a pair; the caller disposes it.</returns>
    /// <exception cref="ValidationException">It is a public key only, or was destroyed.</exception>
    /// <exception cref="VaultException">The record was altered outside.</exception>
    public SecretBuffer Open(KeyRecord key) => vault.Open(SealedOf(key), key.Identity, NameOf(key));

    /// <summary>The private key of an RSA pair.</summary>
    /// <returns>The key, on loan.</returns>
    /// <exception cref="ValidationException">It is a public key only, or was destroyed.</exception>
    /// <exception cref="VaultException">The record was altered outside.</exception>
    public RsaKeyLease LendRsa(KeyRecord pair) => privateKeys.Lend(SealedOf(pair), pair.Identity, NameOf(pair));

    /// <summary>
    /// Makes sure that what the record says of a public key is what was imported: its certificate is sealed with the record's identity
    /// as well as kept in the clear. A trust anchor that was swapped in the file would vouch for anybody.
    /// </summary>
    /// <exception cref="VaultException">The record was altered outside.</exception>
    public void Authenticate(KeyRecord key) => Authenticate(key, vault);

    /// <summary>The same for whoever examines a store without using its keys.</summary>
    /// <exception cref="VaultException">The record was altered outside.</exception>
    public static void Authenticate(KeyRecord key, SecretVault vault)
    {
        using SecretBuffer proof = vault.Open(SealedOf(key), key.Identity, NameOf(key));
        bool intact = key.Attributes.KeyClass == KeyClass.PublicKey
            ? CryptographicOperations.FixedTimeEquals(proof.Span, ProofOf(key.Certificate, key.IssuerCertificate))
            : key.Certificate is null || HasPublicKey(key.Certificate, key.PublicKey!);
        if (!intact)
        {
            throw new VaultException(VaultFailure.SecretAltered,
                $"The certificate of key {key.Arn} was altered outside PaymentCrypto. Restore the store from a backup.");
        }
    }

    /// <summary>What is sealed with an imported public key: digests of its certificate and its issuer's.</summary>
    public static byte[] ProofOf(byte[]? certificate, byte[]? issuerCertificate) =>
        [.. SHA256.HashData(certificate ?? []), .. SHA256.HashData(issuerCertificate ?? [])];

    private static byte[] SealedOf(KeyRecord key) => key.MaterialSealed
        ?? throw new ValidationException($"{key.Arn} has no secret part: it is of class {key.Attributes.KeyClass} in state {key.State}.");

    private static string NameOf(KeyRecord key) => $"key {key.Arn}";

    private static bool HasPublicKey(byte[] certificate, byte[] publicKey)
    {
        using X509Certificate2 loaded = CertificateText.Load(certificate);
        return loaded.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(publicKey);
    }
}
