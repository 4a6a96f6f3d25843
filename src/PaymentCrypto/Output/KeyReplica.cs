namespace PaymentCrypto;

/// <summary>How far a key has got in one of its replication regions.</summary>
public sealed class KeyReplica
{
    /// <summary>Creates an empty description.</summary>
    public KeyReplica()
    {
    }

    internal KeyReplica(string region, Api.ReplicationStatusType status)
    {
        Region = region;
        Status = status.Status;
        StatusMessage = status.StatusMessage;
    }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <summary>For example <c>SYNCHRONIZED</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Why, when it failed.</summary>
    public string? StatusMessage { get; set; }

    /// <summary>Region and status: all that is left of it where serialisation does not go deeper.</summary>
    public override string ToString() => StatusMessage is null ? $"{Region}: {Status}" : $"{Region}: {Status} ({StatusMessage})";
}
