namespace PaymentCrypto.Api.Tools;

/// <summary>What goes into a new TR-31 key block.</summary>
public sealed record Tr31WrapRequest
{
    /// <summary>The key to wrap. It stays the caller's.</summary>
    public required KeyMaterial Key { get; init; }

    /// <summary>The KBPK. It stays the caller's.</summary>
    public required KeyMaterial ProtectionKey { get; init; }

    /// <summary>What the header shall say.</summary>
    public required KeyBlockFields Fields { get; init; }

    /// <summary>The version letter; null for that of the header given, else the one that fits the KBPK: B or D.</summary>
    public string? Version { get; init; }

    /// <summary>Whether the withdrawn versions A and C may be written.</summary>
    public bool AllowWithdrawnVersions { get; init; }

    /// <summary>Whether the length of the block may tell the length of the key.</summary>
    public bool ShowKeyLength { get; init; }

    /// <summary>Whether a KC block with the check value of the key is added.</summary>
    public bool AddKeyCheckValue { get; init; }

    /// <summary>Whether a KP block with the check value of the KBPK is added.</summary>
    public bool AddProtectionKeyCheckValue { get; init; }
}
