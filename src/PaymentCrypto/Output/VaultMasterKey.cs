namespace PaymentCrypto;

/// <summary>What protects the local store now.</summary>
public sealed partial class VaultMasterKey
{
    /// <summary>The id of the master key, 32 hex digits. Not a secret.</summary>
    public string? MasterKeyId { get; set; }

    /// <summary><c>KeyFile</c>, <c>Passphrase</c> or <c>Memory</c>.</summary>
    public string? Protection { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreateTimestamp { get; set; }

    /// <summary>The store's file; null in memory.</summary>
    public string? Path { get; set; }

    /// <inheritdoc/>
    public override string ToString() => MasterKeyId ?? string.Empty;
}
