namespace PaymentCrypto.Api;

/// <summary>The service's values for the reason of a failed verification.</summary>
public static class VerificationFailedReason
{
    /// <summary>The MAC is wrong.</summary>
    public const string InvalidMac = "INVALID_MAC";

    /// <summary>The PIN is wrong.</summary>
    public const string InvalidPin = "INVALID_PIN";

    /// <summary>The card validation data is wrong.</summary>
    public const string InvalidValidationData = "INVALID_VALIDATION_DATA";

    /// <summary>The authorisation request cryptogram is wrong.</summary>
    public const string InvalidAuthRequestCryptogram = "INVALID_AUTH_REQUEST_CRYPTOGRAM";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [InvalidMac, InvalidPin, InvalidValidationData, InvalidAuthRequestCryptogram];
}
