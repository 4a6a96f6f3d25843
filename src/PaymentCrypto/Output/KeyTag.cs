namespace PaymentCrypto;

/// <summary>One tag of a key.</summary>
public sealed partial class KeyTag
{
    /// <summary>Creates an empty description.</summary>
    public KeyTag()
    {
    }

    internal KeyTag(string keyArn, Api.Tag tag)
    {
        KeyArn = keyArn;
        TagKey = tag.Key;
        Value = tag.Value;
    }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The last part of that ARN.</summary>
    public string? KeyId => KeyArn is null ? null : Values.KeyIdentifier.KeyId(KeyArn);

    /// <summary>The name of the tag. Case matters.</summary>
    public string? TagKey { get; set; }

    /// <summary>Its value.</summary>
    public string? Value { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{TagKey}={Value}";
}
