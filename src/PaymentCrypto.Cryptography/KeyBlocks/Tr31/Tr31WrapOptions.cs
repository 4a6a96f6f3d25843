namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>How a key block is written.</summary>
public sealed record Tr31WrapOptions
{
    /// <summary>As X9.143 and AWS Payment Cryptography write.</summary>
    public static Tr31WrapOptions Default { get; } = new();

    /// <summary>Whether TDES keys are padded as if they had 24 bytes and AES keys as if they had 32, so that the length does not tell which.</summary>
    public bool HideKeyLength { get; init; } = true;

    /// <summary>Whether the withdrawn versions A and C may be written.</summary>
    public bool AllowWithdrawnVersions { get; init; }

    /// <summary>Whether a key may have a length that its algorithm does not have.</summary>
    public bool AllowNonStandardKeyLength { get; init; }

    /// <summary>Whether a KC block with the check value of the key is added. Only for TDES, DES and AES keys.</summary>
    public bool AddKeyCheckValue { get; init; }

    /// <summary>Whether a KP block with the check value of the KBPK is added.</summary>
    public bool AddProtectionKeyCheckValue { get; init; }

    /// <summary>Bytes to use instead of random ones after the key: only so that tests can reproduce published blocks.</summary>
    internal byte[]? KeyPadding { get; init; }
}
