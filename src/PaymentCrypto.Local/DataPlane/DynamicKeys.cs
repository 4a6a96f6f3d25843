using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>
/// Keys that come with a call and live no longer than it: in a TR-31 block under a key of the store, or agreed by ECDH with a key pair of
/// the store.
/// </summary>
internal sealed class DynamicKeys(DataKeys keys, StoreDatabase database, KeyAgreements agreements)
{
    /// <summary>Whether the key counts against the rate of asymmetric keys.</summary>
    public static bool IsAsymmetric(DynamicKey? key) => key?.WrappedKeyMaterial?.DiffieHellmanSymmetricKey is not null;

    /// <summary>Opens a key.</summary>
    /// <param name="context">The caller.</param>
    /// <param name="member">The member that names the key of the store.</param>
    /// <param name="identifier">What it names.</param>
    /// <param name="wrappedMember">The member that the key comes in.</param>
    /// <param name="key">The key.</param>
    /// <param name="rule">What the working key has to be.</param>
    /// <returns>The working key, with the ARN of the key of the store; the caller disposes it.</returns>
    /// <exception cref="ValidationException">The key cannot be opened, or is not of the kind needed.</exception>
    public WorkingKey Open(OperationContext context, string member, string identifier, string wrappedMember, DynamicKey key, KeyRule rule)
    {
        WrappedKeyMaterial material = key.WrappedKeyMaterial!;
        bool isBlock = material.Tr31KeyBlock is not null;
        OpenedKey named = keys.Lend(context, member, identifier, isBlock ? KeyRules.DynamicKeyProtection : KeyRules.KeyAgreement);
        try
        {
            return isBlock
                ? Unwrap(named, context, wrappedMember, key, rule)
                : Agree(named, context, wrappedMember, key, rule);
        }
        catch
        {
            named.Dispose();
            throw;
        }
    }

    private static WorkingKey Unwrap(OpenedKey named, OperationContext context, string wrappedMember, DynamicKey key, KeyRule rule)
    {
        using KeyBlockProtectionKey kbpk = WrappingKeys.ProtectionKeyOf(named.Attributes.KeyAlgorithm!, named.Material);
        using Tr31UnwrappedKey unwrapped = Refusals.Of(
            $"{wrappedMember}.WrappedKeyMaterial.Tr31KeyBlock", () => Tr31KeyBlock.Unwrap(key.WrappedKeyMaterial!.Tr31KeyBlock!, kbpk));
        KeyBlockMapping.RequireKnown(unwrapped.Header);
        int length = unwrapped.Key.Length;
        KeyAttributes attributes = Refusals.AfterDecryption(wrappedMember, () => KeyBlockMapping.ToAttributes(unwrapped.Header, length));
        rule.Require(wrappedMember, "(in a key block)", attributes);
        if (context.Log is not null && !KeyBlockMapping.IsExportable(unwrapped.Header))
        {
            throw new StepsRefusedException($"The key in {wrappedMember} is not exportable by its header, so what is done with it is not shown.");
        }

        return Working(named, attributes.KeyAlgorithm!, unwrapped.Key, key.KeyCheckValueAlgorithm);
    }

    private WorkingKey Agree(OpenedKey named, OperationContext context, string wrappedMember, DynamicKey key, KeyRule rule)
    {
        EcdhDerivationAttributes agreement = key.WrappedKeyMaterial!.DiffieHellmanSymmetricKey!;
        if (!rule.Algorithms.Contains(agreement.KeyAlgorithm))
        {
            throw new ValidationException(
                $"{wrappedMember}.WrappedKeyMaterial.DiffieHellmanSymmetricKey.KeyAlgorithm {agreement.KeyAlgorithm} is not one that is used here: "
                    + $"{string.Join(", ", rule.Algorithms)} are.");
        }

        if (named.Record.DeriveKeyUsage is { } purpose && !rule.Usages.Contains(purpose))
        {
            throw new ValidationException($"Keys derived from {named.Arn} may be used as {purpose} only; {string.Join(" or ", rule.Usages)} is needed here.");
        }

        KeyAgreementTerms terms = new()
        {
            PrivateKeyIdentifier = named.Arn,
            AuthorityIdentifier = agreement.CertificateAuthorityPublicKeyIdentifier!,
            PeerCertificate = agreement.PublicKeyCertificate!,
            DeriveKeyAlgorithm = agreement.KeyAlgorithm!,
            Function = agreement.KeyDerivationFunction!,
            Hash = agreement.KeyDerivationHashAlgorithm!,
            SharedInformation = agreement.SharedInformation!,
        };
        using SecretBuffer derived = database.ReadConsistently(connection => agreements.Derive(connection, context, named.Record, terms));
        return Working(named, agreement.KeyAlgorithm!, derived.Span, key.KeyCheckValueAlgorithm);
    }

    // Whose check value is answered is not documented: that of the named key, unless the caller asks for one by its algorithm.
    private static WorkingKey Working(OpenedKey named, string algorithm, ReadOnlySpan<byte> key, string? checkValueAlgorithm)
    {
        string? checkValue = checkValueAlgorithm is null ? null : CheckValues.OfSymmetric(algorithm, key, checkValueAlgorithm).Value;
        bool isTdes = algorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key;
        return new WorkingKey(named, isTdes ? BlockCipherAlgorithm.Tdes : BlockCipherAlgorithm.Aes, key, checkValue);
    }
}
