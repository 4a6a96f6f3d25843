namespace PaymentCrypto.Api;

/// <summary>The service's values for the format of a PIN block in a PIN change.</summary>
public static class PinBlockFormatForEmvPinChange
{
    /// <summary>ISO 9564-1 format 0.</summary>
    public const string IsoFormat0 = "ISO_FORMAT_0";

    /// <summary>ISO 9564-1 format 1.</summary>
    public const string IsoFormat1 = "ISO_FORMAT_1";

    /// <summary>ISO 9564-1 format 3.</summary>
    public const string IsoFormat3 = "ISO_FORMAT_3";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [IsoFormat0, IsoFormat1, IsoFormat3];
}
