namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>WP: what the key was ever wrapped under.</summary>
/// <param name="pedigree">The worst wrapping.</param>
public sealed class WrappingPedigreeBlock(WrappingPedigree pedigree) : Tr31OptionalBlock("WP", $"00{(int)pedigree}")
{
    /// <summary>The worst wrapping.</summary>
    public WrappingPedigree Pedigree { get; } = pedigree;

    internal static WrappingPedigreeBlock? TryRead(string data)
        => data is ['0', '0', >= '0' and <= '3'] ? new WrappingPedigreeBlock((WrappingPedigree)(data[2] - '0')) : null;
}
