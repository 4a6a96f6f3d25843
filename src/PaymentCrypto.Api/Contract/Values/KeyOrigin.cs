namespace PaymentCrypto.Api;

/// <summary>The service's values for where a key was made.</summary>
public static class KeyOrigin
{
    /// <summary>Imported.</summary>
    public const string External = "EXTERNAL";

    /// <summary>Made by CreateKey.</summary>
    public const string AwsPaymentCryptography = "AWS_PAYMENT_CRYPTOGRAPHY";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [External, AwsPaymentCryptography];
}
