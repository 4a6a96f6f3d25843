namespace PaymentCrypto;

/// <summary>The resource policy of a key.</summary>
public sealed partial class KeyPolicy
{
    /// <summary>Creates an empty description.</summary>
    public KeyPolicy()
    {
    }

    internal KeyPolicy(string? keyArn, string? policy)
    {
        KeyArn = keyArn;
        Policy = policy;
    }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The last part of that ARN.</summary>
    public string? KeyId => KeyArn is null ? null : Values.KeyIdentifier.KeyId(KeyArn);

    /// <summary>The policy document: JSON text.</summary>
    public string? Policy { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Policy ?? string.Empty;
}
