using System.Text.Json;

namespace PaymentCrypto.Mutation;

/// <summary>A mutant of Stryker's report that is in the assembly and counted. <see cref="File"/> starts with the room, <c>KeyBlocks/Tr34/…</c>.</summary>
internal sealed record Mutant(int Id, string File, int Line, string Before, string After)
{
    public string Room => Path.GetDirectoryName(File) is { Length: > 0 } folder ? folder : ".";

    public static IEnumerable<Mutant> Read(string report, string project)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(report));
        foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject().ToArray())
        {
            string name = file.Name[(file.Name.LastIndexOf(project + "/", StringComparison.Ordinal) + project.Length + 1)..];
            string[] lines = file.Value.GetProperty("source").GetString()!.Split('\n');
            foreach (JsonElement mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                // What does not compile is in no assembly; what the configuration's classes exclude is not counted.
                if (mutant.GetProperty("status").GetString() is "CompileError" or "Ignored")
                {
                    continue;
                }

                JsonElement start = mutant.GetProperty("location").GetProperty("start"), end = mutant.GetProperty("location").GetProperty("end");
                int line = start.GetProperty("line").GetInt32();
                string text = lines[line - 1].TrimEnd()[(start.GetProperty("column").GetInt32() - 1)..];
                string before = end.GetProperty("line").GetInt32() == line ? text[..(end.GetProperty("column").GetInt32() - start.GetProperty("column").GetInt32())] : text;
                yield return new Mutant(
                    int.Parse(mutant.GetProperty("id").GetString()!), name, line, before, mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" "));
            }
        }
    }
}
