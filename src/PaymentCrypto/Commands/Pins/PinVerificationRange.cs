using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Pins;

/// <summary>The numbers that PIN data have, within their limits.</summary>
internal static class PinVerificationRange
{
    /// <summary>The index of a PIN verification key, 0 to 6.</summary>
    public static int Require(int index) => index is >= 0 and <= 6
        ? index
        : throw Field.Invalid("PinVerificationKeyIndex", $"-PinVerificationKeyIndex is {index}; a PIN verification key index (PVKI) is 0 to 6.");

    /// <summary>The length of a PIN, 4 to 12 digits; null leaves it to the operation.</summary>
    public static int? Length(int? length) => length is null or (>= 4 and <= 12)
        ? length
        : throw Field.Invalid("PinLength", $"-PinLength is {length}; a PIN has 4 to 12 digits (ISO 9564-1).");
}
