namespace PaymentCrypto.Api;

/// <summary>The service's values for the padding of the PIN block in a PIN change.</summary>
public static class PinBlockPaddingType
{
    /// <summary>None.</summary>
    public const string NoPadding = "NO_PADDING";

    /// <summary>80 and zeros, as ISO/IEC 7816-4.</summary>
    public const string IsoIec7816Part4 = "ISO_IEC_7816_4";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [NoPadding, IsoIec7816Part4];
}
