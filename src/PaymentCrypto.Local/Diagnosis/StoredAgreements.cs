using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using KeyDerivationFunction = PaymentCrypto.Api.KeyDerivationFunction;

namespace PaymentCrypto.Local.Diagnosis;

/// <summary>
/// The keys that ECDH may have given both sides: as the exchange says, and in each other way that there is. Which of them is the sender's shows
/// the MAC of the block, so that a wrong one is no guess.
/// </summary>
internal sealed class StoredAgreements(KeyMaterials materials)
{
    private const int PageLength = 200;
    private const int MostPairs = 16;
    private const int LongestSharedInformation = 1024;

    private static readonly string[] Algorithms =
        [KeyAlgorithm.Aes256, KeyAlgorithm.Aes192, KeyAlgorithm.Aes128, KeyAlgorithm.Tdes3Key, KeyAlgorithm.Tdes2Key];

    /// <summary>Adds the agreed keys to those under which a block may be.</summary>
    public void AddTo(ExchangeFacts facts, ExchangeEvidence evidence, StoreConnection connection, OperationContext context)
    {
        if (evidence.Agreement is not { } agreement)
        {
            return;
        }

        if (agreement is not { PeerCertificate: { } certificate, SharedInformation: { Length: > 0 } digits })
        {
            facts.Named.Unknown(ExchangeCause.AgreementDerivation, "For the agreed key both -PublicKeyCertificate and -SharedInformation are needed.");
            return;
        }

        EcdhPublicKey? peer = null;
        byte[] shared = [];
        bool isReadable = facts.Named.Try(
                CryptographyError.KeyAgreementPublicKey, "The certificate has a key for agreement.", () => peer = EcdhPublicKey.Of(certificate))
            & facts.Named.Try(CryptographyError.InvalidHex, "The shared information is hex.", () => shared = HexText.Parse(digits, "shared information"));
        if (!isReadable || shared.Length > LongestSharedInformation)
        {
            return;
        }

        KeyRecord? named = Named(facts, agreement, connection, context);
        foreach (KeyRecord pair in Pairs(connection, context, named))
        {
            bool isNamed = pair.KeyId == named?.KeyId;
            using SecretBuffer? secret = SecretOf(pair, peer!, isNamed ? facts.Named : new Examination());
            if (secret is not null)
            {
                Add(facts, agreement, secret, shared, isNamed || named is null ? null : pair.Arn);
            }
        }
    }

    private static KeyRecord? Named(ExchangeFacts facts, ExchangeAgreement agreement, StoreConnection connection, OperationContext context)
    {
        KeyRecord? named = null;
        if (agreement.PrivateKeyIdentifier is { Length: > 0 } identifier)
        {
            ServiceRules.Check(facts.Named, ExchangeCause.ServiceKey, $"{identifier} may agree on keys for key blocks.", () =>
            {
                named = KeyFinder.Find(connection, context.Scope, identifier);
                KeyStates.RequireUsable(named);
                KeyAgreements.RequireForKeyBlocks(named);
            });
        }

        return named;
    }

    private static IEnumerable<KeyRecord> Pairs(StoreConnection connection, OperationContext context, KeyRecord? named)
    {
        List<KeyRecord> pairs = named is null ? [] : [named];
        List<KeyRecord> page = Page(after: 0);
        for (; pairs.Count < MostPairs && page.Count > 0; page = Page(page[^1].Sequence))
        {
            pairs.AddRange(page.Where(key => key.KeyId != named?.KeyId && IsPair(key)));
        }

        return pairs.Where(IsPair).Take(MostPairs);

        List<KeyRecord> Page(long after) => KeyTable.Page(connection, context.Scope, KeyState.CreateComplete, after, PageLength);
    }

    private static bool IsPair(KeyRecord key) =>
        key.Attributes is { KeyUsage: KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyClass: KeyClass.AsymmetricKeyPair };

    private SecretBuffer? SecretOf(KeyRecord pair, EcdhPublicKey peer, Examination examination)
    {
        using SecretBuffer privateKey = materials.Open(pair);
        using var own = ECDiffieHellman.Create();
        own.ImportPkcs8PrivateKey(privateKey.Span, out _);
        SecretBuffer? secret = null;
        examination.Try(CryptographyError.KeyAgreementCurve, "Both keys are on one curve.", () => secret = EcdhKeyAgreement.DeriveSharedSecret(own, peer));
        return secret;
    }

    private static void Add(ExchangeFacts facts, ExchangeAgreement agreement, SecretBuffer secret, byte[] shared, string? otherPair)
    {
        // The bytes of the digits: what a program mixes in that takes the text for the value.
        string digits = Convert.ToHexString(shared);
        byte[][] forms = [shared, Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(digits.ToLowerInvariant()), []];
        foreach (string algorithm in Algorithms)
        {
            foreach (string function in KeyDerivationFunction.All)
            {
                foreach (string hash in KeyDerivationHashAlgorithm.All)
                {
                    bool asSaid = algorithm == agreement.DeriveKeyAlgorithm && function == agreement.KeyDerivationFunction
                        && hash == agreement.KeyDerivationHashAlgorithm;
                    for (int form = 0; form < (otherPair is null ? forms.Length : 1); form++)
                    {
                        using SecretBuffer key = KeyDerivation.Derive(
                            KeyAgreements.FunctionOf(function),
                            KeyAgreements.HashOf(hash),
                            secret.Span,
                            forms[form],
                            EcdhKeyAgreement.LengthOf(KeyAgreements.AlgorithmOf(algorithm)));
                        string how = $"the key agreed on by {function} with {hash} for {algorithm}{Words(form)}";
                        facts.AddKey(
                            otherPair is null ? how : $"{how} with the key pair {otherPair}",
                            algorithm,
                            key.Span,
                            isGiven: otherPair is null && asSaid && form == 0,
                            otherPair is null ? ExchangeCause.AgreementDerivation : ExchangeCause.AgreementKey);
                    }
                }
            }
        }
    }

    private static string Words(int form) => form switch
    {
        1 => ", with the upper-case digits of the shared information as text",
        2 => ", with the lower-case digits of the shared information as text",
        3 => ", without shared information",
        _ => "",
    };
}
