using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Diagnosis;

/// <summary>What the store holds that helps to examine an exchange: every key encryption key, the tokens and the authorities.</summary>
internal sealed class StoredFacts(KeyMaterials materials, OpenedRsaKeys privateKeys, StoredAgreements agreements)
{
    private const int PageLength = 200;
    private const int MostKeys = 1000;
    private const int MostTokens = 200;
    private const int MostOpened = 16;

    /// <summary>Adds what the store holds to what was given.</summary>
    public void AddTo(ExchangeFacts facts, ExchangeEvidence evidence, RecognisedMaterial material, StoreConnection connection, OperationContext context)
    {
        if (material.Kind is MaterialKind.KeyBlock or MaterialKind.BareCryptogram)
        {
            AddKeys(facts, evidence, connection, context);
            agreements.AddTo(facts, evidence, connection, context);
        }

        if (material.Kind is MaterialKind.KeyToken or MaterialKind.RsaCryptogram or MaterialKind.ServiceToken)
        {
            AddTokens(facts, evidence, material, connection, context);
        }

        if (material.Kind is MaterialKind.KeyToken or MaterialKind.Certificates || evidence.Agreement is not null)
        {
            AddAuthorities(facts, evidence, connection, context);
        }
    }

    private void AddKeys(ExchangeFacts facts, ExchangeEvidence evidence, StoreConnection connection, OperationContext context)
    {
        KeyRecord? named = null;
        if (evidence.WrappingKeyIdentifier is { Length: > 0 } identifier)
        {
            ServiceRules.Check(facts.Named, ExchangeCause.ServiceKey, $"{identifier} may do this.", () =>
            {
                named = KeyFinder.Find(connection, context.Scope, identifier);
                KeyStates.RequireUsable(named);
                WrappingKeys.Require(named, unwrapping: evidence.Direction == TokenDirection.Import, KeyUsage.Tr31K0KeyEncryptionKey,
                    KeyUsage.Tr31K1KeyBlockProtectionKey);
            });
        }

        long after = 0;
        for (int seen = 0; seen < MostKeys; seen += PageLength)
        {
            List<KeyRecord> page = KeyTable.Page(connection, context.Scope, KeyState.CreateComplete, after, PageLength);
            foreach (KeyRecord key in page.Where(static key =>
                key.Attributes.KeyUsage is KeyUsage.Tr31K0KeyEncryptionKey or KeyUsage.Tr31K1KeyBlockProtectionKey))
            {
                using SecretBuffer value = materials.Open(key);
                facts.AddKey(key.Arn, key.Attributes.KeyAlgorithm!, value.Span, isGiven: key.Arn == named?.Arn);
            }

            if (page.Count < PageLength)
            {
                return;
            }

            after = page[^1].Sequence;
        }
    }

    private void AddTokens(ExchangeFacts facts, ExchangeEvidence evidence, RecognisedMaterial material, StoreConnection connection, OperationContext context)
    {
        string? name = material.Kind == MaterialKind.ServiceToken ? material.Text : evidence.ImportToken;
        string? kind = material.Kind switch
        {
            MaterialKind.KeyToken => KeyMaterialType.Tr34KeyBlock,
            MaterialKind.RsaCryptogram => KeyMaterialType.KeyCryptogram,
            _ => null,
        };
        TokenRecord? named = null;
        if (name is { Length: > 0 })
        {
            named = TokenTable.Find(connection, context.Scope, name);
            ServiceRules.Check(facts.Named, ExchangeCause.ServiceToken, $"The token {name} is current.",
                () => Require(named, name, kind, evidence.Direction, context));
        }

        if (kind is null)
        {
            return;
        }

        int opened = 0;
        IEnumerable<TokenRecord> others = TokenTable.Page(connection, context.Scope, TokenDirection.Import, long.MaxValue, MostTokens)
            .Where(token => token.Kind.KeyMaterialType == kind && token.Token != named?.Token);
        foreach (TokenRecord token in named is null ? others : others.Prepend(named))
        {
            // To open a private key takes as long as thirty decryptions: of a TR-34 token it is only needed for the one that it names.
            X509Certificate2 certificate = CertificateText.Load(token.Certificate);
            bool open = token == named
                || (kind == KeyMaterialType.KeyCryptogram ? opened++ < MostOpened : material.Bytes.Span.IndexOf(certificate.SerialNumberBytes.Span) >= 0);
            RsaKeyLease? lease = open ? facts.Hold(privateKeys.Lend(token.PrivateKeySealed, token.Identity, $"token '{token.Token}'")) : null;
            facts.Recipients.Add(new TokenRecipient(token.Token, certificate, lease?.Key, IsGiven: token == named));
        }
    }

    private static void Require(TokenRecord? token, string name, string? kind, string direction, OperationContext context)
    {
        if (token is null)
        {
            throw new ResourceNotFoundException(name);
        }

        if (kind is not null && (token.Kind.Direction != direction || token.Kind.KeyMaterialType != kind))
        {
            throw new ValidationException($"The token '{name}' is for {token.Kind.Direction} of {token.Kind.KeyMaterialType}, not for {direction} of {kind}.");
        }

        if (TokenRules.IsExpired(token.ValidUntil, context.Now))
        {
            throw new ValidationException($"The token '{name}' expired at {token.ValidUntil:u}. Get a new one with GetParametersFor{token.Kind.Direction}.");
        }
    }

    private void AddAuthorities(ExchangeFacts facts, ExchangeEvidence evidence, StoreConnection connection, OperationContext context)
    {
        if (evidence.CertificateAuthorityPublicKeyIdentifier is { Length: > 0 } identifier)
        {
            ServiceRules.Check(facts.Named, ExchangeCause.CertificateIssuer, $"{identifier} is an imported authority.", () =>
            {
                KeyRecord authority = new ImportedAuthorities(materials).Find(connection, context.Scope, identifier);
                facts.Authorities.AddRange(CertificateIntake.PathOf(authority).Select(LoadedCertificates.Of));
            });
            return;
        }

        if (facts.Authorities.Count == 0)
        {
            facts.Authorities.AddRange(KeyTable.PublicKeys(connection)
                .Where(key => key.Scope == context.Scope && key.State == KeyState.CreateComplete && key.Enabled)
                .Take(PageLength).Select(static key => CertificateText.Load(key.Certificate!)));
        }
    }
}
