namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>How much a reader forgives.</summary>
public sealed record Tr31ReadOptions
{
    /// <summary>Takes what is seen in the field and reports every deviation as a warning.</summary>
    public static Tr31ReadOptions Default { get; } = new();

    /// <summary>Takes only what X9.143 defines: every deviation is an error.</summary>
    public static Tr31ReadOptions StrictX9143 { get; } = new() { Strict = true };

    /// <summary>
    /// Whether deviations from X9.143 are errors: unknown or proprietary field values, malformed content of optional blocks, optional
    /// blocks that do not fill whole cipher blocks or fill them with too much, lengths and content in a form that the standard does not
    /// write, lower-case hex. Otherwise they are warnings.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>Whether a key may have a length that its algorithm does not have (a TDES key of 8 or 26 bytes, for example). Then it is a warning.</summary>
    public bool AllowNonStandardKeyLength { get; init; }
}
