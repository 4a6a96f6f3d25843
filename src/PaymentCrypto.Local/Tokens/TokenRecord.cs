using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Tokens;

/// <summary>One token as it is stored.</summary>
internal sealed record TokenRecord
{
    /// <summary>Order of creation in the store; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    /// <summary>The token.</summary>
    public required string Token { get; init; }

    /// <summary>Its account and region.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>What it is for.</summary>
    public required TokenKind Kind { get; init; }

    /// <summary>When it was made, to the millisecond.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ends, to the millisecond.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>SHA-256 of the public key (DER SubjectPublicKeyInfo).</summary>
    public required byte[] PublicKeyHash { get; init; }

    /// <summary>The leaf certificate, DER.</summary>
    public required byte[] Certificate { get; init; }

    /// <summary>Which root of the account issued it.</summary>
    public required int IssuerGeneration { get; init; }

    /// <summary>The private key, DER PKCS#8, sealed.</summary>
    public byte[] PrivateKeySealed { get; init; } = [];

    /// <summary>To what the sealed private key is bound: every fact above, so that none can be altered unnoticed.</summary>
    public SecretIdentity Identity => SecretIdentity.Of(
        "token.private_key",
        Token,
        Scope.AccountId,
        Scope.Region,
        Kind.Direction,
        Kind.KeyMaterialType,
        Kind.KeyAlgorithm,
        Created.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ValidUntil.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        Convert.ToHexString(PublicKeyHash),
        Convert.ToHexString(SHA256.HashData(Certificate)),
        IssuerGeneration.ToString(CultureInfo.InvariantCulture));
}
