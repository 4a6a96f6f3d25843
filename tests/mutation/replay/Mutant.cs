using System.Text.Json;

namespace PaymentCrypto.Mutation;

/// <summary>A mutant of Stryker's report that is in the assembly and counted. <see cref="File"/> begins with the room, <c>KeyBlocks/Tr34/…</c>.</summary>
internal sealed record Mutant(int Id, string File, int Line, string Change)
{
    public string Room => Path.GetDirectoryName(File) is { Length: > 0 } folder ? folder : ".";

    public static IEnumerable<Mutant> Read(string report, string project)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(report));
        foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject().ToArray())
        {
            string name = file.Name[(file.Name.LastIndexOf($"/{project}/", StringComparison.Ordinal) + project.Length + 2)..];
            foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                // What does not compile is in no assembly; what the configuration's classes exclude is not counted.
                if (mutant.GetProperty("status").GetString() is not ("CompileError" or "Ignored"))
                {
                    int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                    yield return new Mutant(
                        int.Parse(mutant.GetProperty("id").GetString()!), name, line,
                        $"{mutant.GetProperty("mutatorName")} => {mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ")}");
                }
            }
        }
    }
}
