using System.Text.Json;

namespace PaymentCrypto.Tests.Vectors;

/// <summary>The vector sets that were generated with throw-away keys and are shipped inside the test assembly.</summary>
internal static class GeneratedVectors
{
    /// <summary>Reads a set.</summary>
    /// <param name="name">File name, for example <c>tr34_generated.json</c>.</param>
    public static JsonElement Open(string name)
    {
        using Stream stream = typeof(GeneratedVectors).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vector set {name} is not embedded in the test assembly.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>The objects in the <c>records</c> array of a set.</summary>
    /// <param name="name">File name.</param>
    public static JsonElement[] Records(string name) => [.. Open(name).GetProperty("records").EnumerateArray()];
}
