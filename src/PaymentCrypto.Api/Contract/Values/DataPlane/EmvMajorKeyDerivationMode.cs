namespace PaymentCrypto.Api;

/// <summary>The service's values for the derivation of a card key in encryption.</summary>
public static class EmvMajorKeyDerivationMode
{
    /// <summary>Option A of EMV book 2, A1.4.1.</summary>
    public const string EmvOptionA = "EMV_OPTION_A";

    /// <summary>Option B of EMV book 2, A1.4.2.</summary>
    public const string EmvOptionB = "EMV_OPTION_B";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [EmvOptionA, EmvOptionB];
}
