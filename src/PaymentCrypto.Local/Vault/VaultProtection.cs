namespace PaymentCrypto.Local.Vault;

/// <summary>Where the master key comes from, as recorded with the store.</summary>
internal static class VaultProtection
{
    /// <summary>A file beside the store that only its owner may read.</summary>
    public const string KeyFile = "KeyFile";

    /// <summary>Argon2id over a passphrase.</summary>
    public const string Passphrase = "Passphrase";

    /// <summary>Nowhere: the store lives in memory and so does its key.</summary>
    public const string Memory = "Memory";
}
