using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Tokens;

/// <summary>Hands out tokens: the last one again, or a new one with a key pair and a certificate of its own.</summary>
internal sealed class TokenIssuer
{
    private readonly StoreDatabase _database;
    private readonly SecretVault _vault;
    private readonly CertificateAuthorities _authorities;
    private readonly KeyPairStock _stock;

    /// <summary>Builds the issuer on the parts of an open store.</summary>
    public TokenIssuer(StoreDatabase database, SecretVault vault, CertificateAuthorities authorities, KeyPairStock stock)
    {
        _database = database;
        _vault = vault;
        _authorities = authorities;
        _stock = stock;
    }

    /// <summary>The token to answer with.</summary>
    /// <param name="scope">The account and region.</param>
    /// <param name="kind">What the token is for.</param>
    /// <param name="reuseLast">Whether the last one may be returned again.</param>
    /// <param name="now">The moment of the call.</param>
    /// <param name="cancel">Observed before a new token is written.</param>
    public TokenRecord Get(AccountScope scope, TokenKind kind, bool reuseLast, DateTimeOffset now, CancellationToken cancel) =>
        (reuseLast ? _database.Read(connection => Last(connection, scope, kind, now)) : null) ?? New(scope, kind, reuseLast, now, cancel);

    /// <summary>The root that a token's certificate was issued under, DER.</summary>
    public byte[] RootOf(TokenRecord token) => _authorities.CertificateOf(token.Scope, token.IssuerGeneration);

    private TokenRecord? Last(StoreConnection connection, AccountScope scope, TokenKind kind, DateTimeOffset now)
    {
        TokenRecord? last = TokenTable.LastReusable(connection, scope, kind, now);
        if (last is not null)
        {
            // A token whose key no longer opens must not be handed out: it would fail only when the partner's block comes back.
            using SecretBuffer intact = _vault.Open(last.PrivateKeySealed, last.Identity, $"token '{last.Token}'");
        }

        return last;
    }

    private TokenRecord New(AccountScope scope, TokenKind kind, bool reuseLast, DateTimeOffset now, CancellationToken cancel)
    {
        var created = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        CertificateAuthority authority = _authorities.For(scope, ecc: false, created, TokenRules.Validity);
        RsaKeyPair used = null!;
        // Several calls may have found nothing to reuse at once, also from several processes: all but the first reuse what it made.
        return _stock.Issue(kind.KeyAlgorithm, Prepare, Record, cancel, reuseLast ? connection => Last(connection, scope, kind, now) : null);

        TokenRecord Prepare(RsaKeyPair pair)
        {
            used = pair;
            return new TokenRecord
            {
                Token = TokenText.New(kind.Direction),
                Scope = scope,
                Kind = kind,
                Created = created,
                ValidUntil = created + TokenRules.Validity,
                PublicKeyHash = SHA256.HashData(pair.PublicKey),
                Certificate = authority.IssueLeaf(pair.PublicKey, created, TokenRules.Validity),
                IssuerGeneration = authority.Generation,
            };
        }

        // Sealed in the transaction that writes it, where no change of the master key can come between.
        void Record(StoreConnection connection, TokenRecord token) =>
            TokenTable.Add(connection, token with { PrivateKeySealed = _vault.Seal(used.PrivateKey.Span, token.Identity) });
    }
}
