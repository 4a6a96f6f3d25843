using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using ApiFunction = PaymentCrypto.Api.KeyDerivationFunction;
using Function = PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement.KeyDerivationFunction;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Derives the protection key of a TR-31 block from an ECC key pair of the store and the other party's certificate.</summary>
internal sealed class KeyAgreements(KeyMaterials materials, ImportedAuthorities authorities)
{
    /// <summary>Finds the pair, checks the other party's certificate, and derives.</summary>
    /// <returns>The pair, and the protection key, which the caller disposes.</returns>
    public (KeyRecord Pair, KeyBlockProtectionKey Kbpk) Agree(StoreConnection connection, OperationContext context, KeyAgreementTerms terms)
    {
        KeyRecord pair = KeyFinder.Find(connection, context.Scope, terms.PrivateKeyIdentifier);
        KeyStates.RequireUsable(pair);
        RequireForKeyBlocks(pair);
        using SecretBuffer derived = Derive(connection, context, pair, terms);
        return (pair, WrappingKeys.ProtectionKeyOf(terms.DeriveKeyAlgorithm, derived.Span));
    }

    /// <summary>Refuses a key that may not agree on keys for key blocks.</summary>
    /// <exception cref="ValidationException">Its class or usage, or what its derived keys are for.</exception>
    public static void RequireForKeyBlocks(KeyRecord pair)
    {
        if (pair.Attributes is not { KeyUsage: KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyClass: KeyClass.AsymmetricKeyPair })
        {
            throw new ValidationException($"{pair.Arn} is of class {pair.Attributes.KeyClass} with usage {pair.Attributes.KeyUsage}: an ECC key pair with "
                + $"usage {KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement} is needed.");
        }

        if (pair.DeriveKeyUsage is { } purpose and not (DeriveKeyUsage.Tr31K0KeyEncryptionKey or DeriveKeyUsage.Tr31K1KeyBlockProtectionKey))
        {
            throw new ValidationException(
                $"Keys derived from {pair.Arn} may be used as {purpose} only; a key block needs {DeriveKeyUsage.Tr31K1KeyBlockProtectionKey}.");
        }
    }

    /// <summary>Checks the other party's certificate, and derives the raw key. What the pair may be used for is the caller's to check.</summary>
    /// <returns>The key, which the caller disposes.</returns>
    public SecretBuffer Derive(StoreConnection connection, OperationContext context, KeyRecord pair, KeyAgreementTerms terms)
    {
        KeyRecord authority = authorities.Find(connection, context.Scope, terms.AuthorityIdentifier);
        X509Certificate2 peer = CertificateIntake.ReadIssuedBy("PublicKeyCertificate", terms.PeerCertificate, authority, context.Now);
        using SecretBuffer privateKey = materials.Open(pair);
        using var own = ECDiffieHellman.Create();
        own.ImportPkcs8PrivateKey(privateKey.Span, out _);
        return Refusals.Of("PublicKeyCertificate", () => EcdhKeyAgreement.DeriveKey(
            own, EcdhPublicKey.Of(peer),
            FunctionOf(terms.Function), HashOf(terms.Hash), Convert.FromHexString(terms.SharedInformation), AlgorithmOf(terms.DeriveKeyAlgorithm)));
    }

    /// <summary>Refuses to transport a key under an agreement that is weaker: both the curve and the derived key count.</summary>
    public static void RequireStrength(string keyAlgorithm, KeyRecord pair, string deriveKeyAlgorithm)
    {
        KeyStrength.RequireCurve(keyAlgorithm, pair.Attributes.KeyAlgorithm!);
        KeyStrength.RequireSymmetric(keyAlgorithm, deriveKeyAlgorithm);
    }

    /// <summary>A function by the service's name.</summary>
    public static Function FunctionOf(string function) => function == ApiFunction.AnsiX963 ? Function.AnsiX963 : Function.NistSp800;

    /// <summary>A hash by the service's name.</summary>
    public static HashAlgorithmName HashOf(string hash) => hash switch
    {
        KeyDerivationHashAlgorithm.Sha384 => HashAlgorithmName.SHA384,
        KeyDerivationHashAlgorithm.Sha512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    /// <summary>An algorithm by the service's name.</summary>
    /// <exception cref="ValidationException">It cannot protect a key block.</exception>
    public static DerivedKeyAlgorithm AlgorithmOf(string algorithm) => algorithm switch
    {
        SymmetricKeyAlgorithm.Tdes2Key => DerivedKeyAlgorithm.Tdes2Key,
        SymmetricKeyAlgorithm.Tdes3Key => DerivedKeyAlgorithm.Tdes3Key,
        SymmetricKeyAlgorithm.Aes128 => DerivedKeyAlgorithm.Aes128,
        SymmetricKeyAlgorithm.Aes192 => DerivedKeyAlgorithm.Aes192,
        SymmetricKeyAlgorithm.Aes256 => DerivedKeyAlgorithm.Aes256,
        _ => throw new ValidationException(
            $"DeriveKeyAlgorithm {algorithm} cannot protect a key block: use TDES_2KEY, TDES_3KEY, AES_128, AES_192 or AES_256."),
    };
}
