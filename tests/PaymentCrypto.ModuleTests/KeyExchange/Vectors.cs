using System.Text.Json;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>The vector sets that were generated with throw-away keys.</summary>
internal static class Vectors
{
    public static JsonElement Open(string name)
    {
        using Stream stream = typeof(Vectors).Assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    public static JsonElement Record(string set, string id) =>
        Open(set).GetProperty("records").EnumerateArray().Single(record => record.GetProperty("id").GetString() == id);

    public static IEnumerable<string> Ids(string set, Func<JsonElement, bool> wanted) =>
        Open(set).GetProperty("records").EnumerateArray().Where(wanted).Select(record => record.GetProperty("id").GetString()!);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
