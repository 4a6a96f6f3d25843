using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>The published cases of the data plane: a request whose keys are named, and what has to come of it.</summary>
internal static class DataPlaneVectors
{
    /// <summary>The folder, or null when it is not at hand.</summary>
    public static string? Folder => SharedDirectory.Find("dataplane/vectors");

    /// <summary>Every case, as file and id.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> All()
    {
        if (Folder is null)
        {
            yield return new TheoryDataRow<string, string>(string.Empty, string.Empty) { Skip = "The vectors are not at hand." };
            yield break;
        }

        foreach (string file in Directory.EnumerateFiles(Folder, "dp_*.json").Order(StringComparer.Ordinal))
        {
            foreach (JsonNode? record in Read(file)["records"]!.AsArray())
            {
                yield return new TheoryDataRow<string, string>(Path.GetFileName(file), record!["id"]!.GetValue<string>());
            }
        }
    }

    /// <summary>One case.</summary>
    public static DataPlaneVector Get(string file, string id)
    {
        JsonNode set = Read(Path.Combine(Folder!, file));
        JsonNode record = set["records"]!.AsArray().Single(candidate => candidate!["id"]!.GetValue<string>() == id)!;
        return new DataPlaneVector(
            record["op"]!.GetValue<string>(),
            record["request"]!.AsObject(),
            record["expect"]?.AsObject(),
            record["refuse"]?.AsObject(),
            record["check"]?.AsObject(),
            set["keys"].Deserialize<Dictionary<string, DataPlaneVectorKey>>(JsonSerializerOptions.Web)!);
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(file))!;
}

/// <summary>One case.</summary>
internal sealed record DataPlaneVector(
    string Operation, JsonObject Request, JsonObject? Expect, JsonObject? Refuse, JsonObject? Check, IReadOnlyDictionary<string, DataPlaneVectorKey> Keys);

/// <summary>A clear test key.</summary>
internal sealed record DataPlaneVectorKey(string Hex, string Usage, string Algorithm, string Tr31Mode)
{
    /// <summary>The one letter of the mode of use; the file's name for it has an underscore.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("tr31_mode")]
    public string Tr31Mode { get; init; } = Tr31Mode;
}
