using System.Text.Json;

namespace PaymentCrypto.Tests.Vectors;

/// <summary>
/// Vector files: those of <c>tests/vectors</c>, and those that may not be shipped, which lie beside the repository in
/// <c>../shared/keyblock/vectors</c>. Tests that use the latter skip where they are absent.
/// </summary>
internal static class SharedVectors
{
    private static readonly string?[] Roots = [SharedDirectory.Shipped("vectors"), SharedDirectory.Find(Path.Combine("keyblock", "vectors"))];

    /// <summary>Reads a vector file, or skips the running test.</summary>
    /// <param name="name">Path below the vectors folder, for example <c>kcv.json</c>.</param>
    public static JsonDocument Open(string name) => JsonDocument.Parse(Text(name));

    /// <summary>Reads a vector file as text, or skips the running test.</summary>
    /// <param name="name">Path below the vectors folder, for example <c>aws_cli_import_tr34.hex</c>.</param>
    public static string Text(string name)
    {
        string? path = Roots.Where(root => root is not null).Select(root => Path.Combine(root!, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(path is not null, $"../shared/keyblock/vectors/{name} is not there.");
        return File.ReadAllText(path!);
    }

    /// <summary>The objects in the <c>records</c> array of a vector file, or skips the running test.</summary>
    /// <param name="name">Path below the vectors folder.</param>
    public static JsonElement[] Records(string name)
    {
        using JsonDocument document = Open(name);
        return [.. document.RootElement.GetProperty("records").EnumerateArray().Select(record => record.Clone())];
    }
}
