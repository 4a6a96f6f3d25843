namespace PaymentCrypto.Api;

/// <summary>The service's values for the exportability in a TR-31 header.</summary>
public static class KeyExportability
{
    /// <summary>E: may be exported under a trusted key.</summary>
    public const string Exportable = "EXPORTABLE";

    /// <summary>N: may not be exported.</summary>
    public const string NonExportable = "NON_EXPORTABLE";

    /// <summary>S: may be exported, also in other forms than a key block.</summary>
    public const string Sensitive = "SENSITIVE";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Exportable, NonExportable, Sensitive];
}
