namespace PaymentCrypto.Api;

/// <summary>The two kinds of token, as the local engine lists them.</summary>
public static class TokenDirection
{
    /// <summary>Made by GetParametersForImport.</summary>
    public const string Import = "Import";

    /// <summary>Made by GetParametersForExport.</summary>
    public const string Export = "Export";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [Import, Export];
}
