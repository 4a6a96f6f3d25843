namespace PaymentCrypto.Api;

/// <summary>The service's values for the session key of a MAC.</summary>
public static class SessionKeyDerivationMode
{
    /// <summary>The common session key of EMV book 2.</summary>
    public const string EmvCommonSessionKey = "EMV_COMMON_SESSION_KEY";

    /// <summary>The EMV2000 tree.</summary>
    public const string Emv2000 = "EMV2000";

    /// <summary>American Express.</summary>
    public const string Amex = "AMEX";

    /// <summary>Mastercard.</summary>
    public const string MastercardSessionKey = "MASTERCARD_SESSION_KEY";

    /// <summary>Visa.</summary>
    public const string Visa = "VISA";

    /// <summary>UnionPay.</summary>
    public const string UnionPay = "UNION_PAY";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [EmvCommonSessionKey, Emv2000, Amex, MastercardSessionKey, Visa, UnionPay];
}
