namespace PaymentCrypto.Api.Hosting;

/// <summary>A backup that has been written and verified.</summary>
public sealed record StoreBackupResult
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The database that it is a copy of.</summary>
    public required string StorePath { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The store's id, 32 hex digits.</summary>
    public required string StoreId { get; init; }

    /// <summary>What opens it: <c>Passphrase</c>, <c>KeyFile</c>, or <c>None</c> when the master key is inside.</summary>
    public required string Protection { get; init; }

    /// <summary>The master key that opens it, 32 hex digits; the store's key file has it in its name.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>What is in it.</summary>
    public required StoreContents Contents { get; init; }

    /// <summary>How many sealed secrets were opened in the copy to verify it.</summary>
    public required long SecretsVerified { get; init; }
}
