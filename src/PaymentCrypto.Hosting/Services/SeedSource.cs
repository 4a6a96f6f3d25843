using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Hosting.Services;

/// <summary>A seed before it is read.</summary>
/// <param name="Utf8">Its text.</param>
/// <param name="Format">Its form.</param>
/// <param name="Name">What it is called in errors, such as the file's name.</param>
internal sealed record SeedSource(ReadOnlyMemory<byte> Utf8, SeedFormat Format, string Name)
{
    /// <summary>What a seed's file may be called, for errors.</summary>
    internal const string Extensions = ".json, .psd1 or .csv";

    /// <summary>What stands in errors before the number of a line.</summary>
    internal static string LinesOf(string name) => name + ", line";

    /// <summary>The form that a file's name says; null when it says none.</summary>
    internal static SeedFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" => SeedFormat.Json,
        ".PSD1" => SeedFormat.PowerShellData,
        ".CSV" => SeedFormat.Csv,
        _ => null,
    };
}
