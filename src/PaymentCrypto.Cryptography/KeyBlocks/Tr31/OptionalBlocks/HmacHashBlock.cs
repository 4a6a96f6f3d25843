using System.Globalization;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>HM: the hash of an HMAC key.</summary>
/// <param name="hash">The hash.</param>
public sealed class HmacHashBlock(HmacHash hash) : Tr31OptionalBlock("HM", ((int)hash).ToString("X2", CultureInfo.InvariantCulture))
{
    /// <summary>The hash.</summary>
    public HmacHash Hash { get; } = hash;

    internal static HmacHashBlock? TryRead(string data)
        => data.Length == 2
            && int.TryParse(data, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            && Enum.IsDefined((HmacHash)code)
                ? new HmacHashBlock((HmacHash)code)
                : null;
}
