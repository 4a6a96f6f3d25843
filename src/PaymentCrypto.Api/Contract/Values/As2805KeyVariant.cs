namespace PaymentCrypto.Api;

/// <summary>The service's values for the variant of a key encryption key by AS2805.</summary>
public static class As2805KeyVariant
{
    /// <summary>Variant 00, for a terminal major key.</summary>
    public const string TerminalMajorKeyVariant00 = "TERMINAL_MAJOR_KEY_VARIANT_00";

    /// <summary>Variant 28, for a PIN encryption key.</summary>
    public const string PinEncryptionKeyVariant28 = "PIN_ENCRYPTION_KEY_VARIANT_28";

    /// <summary>Variant 24, for a MAC key.</summary>
    public const string MessageAuthenticationKeyVariant24 = "MESSAGE_AUTHENTICATION_KEY_VARIANT_24";

    /// <summary>Variant 22, for a data encryption key.</summary>
    public const string DataEncryptionKeyVariant22 = "DATA_ENCRYPTION_KEY_VARIANT_22";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [TerminalMajorKeyVariant00, PinEncryptionKeyVariant28, MessageAuthenticationKeyVariant24, DataEncryptionKeyVariant22];
}
