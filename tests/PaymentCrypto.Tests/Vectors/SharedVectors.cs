using System.Text.Json;

namespace PaymentCrypto.Tests.Vectors;

/// <summary>
/// The vector files that lie beside the repository, in <c>../shared/keyblock/vectors</c>, and are not shipped with it. Tests that use
/// them skip where they are absent; the facts that the suite can't do without stand in the tests themselves.
/// </summary>
internal static class SharedVectors
{
    private static readonly string? Root = SharedDirectory.Find(Path.Combine("keyblock", "vectors"));

    /// <summary>Reads a vector file, or skips the running test.</summary>
    /// <param name="name">Path below the vectors folder, for example <c>kcv.json</c>.</param>
    public static JsonDocument Open(string name) => JsonDocument.Parse(Text(name));

    /// <summary>Reads a vector file as text, or skips the running test.</summary>
    /// <param name="name">Path below the vectors folder, for example <c>aws_cli_import_tr34.hex</c>.</param>
    public static string Text(string name)
    {
        var path = Root is null ? null : Path.Combine(Root, name);
        Assert.SkipUnless(path is not null && File.Exists(path), $"../shared/keyblock/vectors/{name} is not there.");
        return File.ReadAllText(path!);
    }

    /// <summary>The objects in the <c>records</c> array of a vector file, or skips the running test.</summary>
    /// <param name="name">Path below the vectors folder.</param>
    public static JsonElement[] Records(string name)
    {
        using var document = Open(name);
        return [.. document.RootElement.GetProperty("records").EnumerateArray().Select(record => record.Clone())];
    }
}
