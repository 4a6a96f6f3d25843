namespace PaymentCrypto.Api.Hosting;

/// <summary>How much is in a store, over all accounts and regions.</summary>
public sealed record StoreContents
{
    /// <summary>Keys, replicas and keys that wait for their deletion included; destroyed ones not.</summary>
    public long Keys { get; init; }

    /// <summary>Aliases.</summary>
    public long Aliases { get; init; }

    /// <summary>Import and export tokens, expired ones included.</summary>
    public long Tokens { get; init; }

    /// <summary>Tokens that have ended.</summary>
    public long ExpiredTokens { get; init; }

    /// <summary>Certificate authorities.</summary>
    public long CertificateAuthorities { get; init; }

    /// <summary>RSA key pairs that are ready and belong to nobody yet. A backup has none.</summary>
    public long ReadyKeyPairs { get; init; }

    /// <summary>Accounts and regions in use.</summary>
    public long Scopes { get; init; }
}
