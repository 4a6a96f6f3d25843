namespace PaymentCrypto.Api;

/// <summary>The service's values for the edition of TR-34.</summary>
public static class Tr34KeyBlockFormat
{
    /// <summary>X9 TR-34-2012.</summary>
    public const string X9Tr34Of2012 = "X9_TR34_2012";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [X9Tr34Of2012];
}
