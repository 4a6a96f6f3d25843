namespace PaymentCrypto.Api;

/// <summary>What protects the store now.</summary>
public sealed record RotateMasterKeyResponse : ApiResponse
{
    /// <summary><c>KeyFile</c>, <c>Passphrase</c>, or <c>Memory</c> for a store in memory.</summary>
    public required string Protection { get; init; }

    /// <summary>The id of the new master key, 32 hex digits. Not a secret.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTimestamp { get; init; }
}
