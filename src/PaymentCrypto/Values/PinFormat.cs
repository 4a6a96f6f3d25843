using PaymentCrypto.Api;

namespace PaymentCrypto.Values;

/// <summary>The names of PIN block formats: those of the service, and the short ones that people use.</summary>
internal static class PinFormat
{
    /// <summary>The format of AS 2805, which has a name of ours: in the service it is a member.</summary>
    public const string As2805Format0 = "AS2805_FORMAT_0";

    /// <summary>The formats that a translation takes.</summary>
    public static IReadOnlyList<string> ForTranslation { get; } = [.. PinBlockFormatForPinData.All, As2805Format0];

    /// <summary>The service's name of a format, which may be given as <c>0</c>, <c>ISO0</c> or <c>ISO-0</c> too; others are left as they are.</summary>
    public static string? Of(string? text)
    {
        string compact = string.Concat((text ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return compact switch
        {
            "0" or "ISO0" or "ISOFORMAT0" or "ISO95640" => PinBlockFormatForPinData.IsoFormat0,
            "1" or "ISO1" or "ISOFORMAT1" or "ISO95641" => PinBlockFormatForPinData.IsoFormat1,
            "3" or "ISO3" or "ISOFORMAT3" or "ISO95643" => PinBlockFormatForPinData.IsoFormat3,
            "4" or "ISO4" or "ISOFORMAT4" or "ISO95644" => PinBlockFormatForPinData.IsoFormat4,
            "AS2805FORMAT0" or "AS28050" => As2805Format0,
            _ => text,
        };
    }
}
