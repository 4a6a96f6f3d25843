namespace PaymentCrypto.Api;

/// <summary>The service's values for the place of the length in a PIN change.</summary>
public static class PinBlockLengthPosition
{
    /// <summary>Nowhere.</summary>
    public const string None = "NONE";

    /// <summary>One byte before the PIN block.</summary>
    public const string FrontOfPinBlock = "FRONT_OF_PIN_BLOCK";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [None, FrontOfPinBlock];
}
