using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>Checks on the content of new optional blocks.</summary>
internal static class BlockText
{
    public static string RequireHex(string id, string value, params ReadOnlySpan<int> lengths)
    {
        ArgumentNullException.ThrowIfNull(value);
        return lengths.Contains(value.Length) && HexText.IsHex(value)
            ? value
            : throw new CryptographyException(
                CryptographyError.Tr31OptionalBlockContent,
                $"Optional block {id} takes {string.Join(" or ", lengths.ToArray())} hex digits here, but \"{Printable.Quote(value)}\" was given.");
    }
}
