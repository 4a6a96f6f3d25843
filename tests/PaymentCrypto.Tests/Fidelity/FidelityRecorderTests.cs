using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentCrypto.Tests.Cryptography.Package;

namespace PaymentCrypto.Tests.Fidelity;

/// <summary>The recorder asks what the page calls an inference, row by row; its runs are tested in <c>tests/sdk-python</c>.</summary>
public sealed partial class FidelityRecorderTests
{
    private const string Calls = "examples/fidelity/calls";

    [Fact]
    public void EachInferredRowIsAskedOrSaysWhyNot()
    {
        string[] rows = InferredRows();
        HashSet<string> asked = [.. AskedRows()];
        string notAsked = File.ReadAllText(Repository.File($"{Calls}/not-asked.json"));
        Dictionary<string, string> reasons = JsonSerializer.Deserialize<Dictionary<string, string>>(notAsked)!;

        Assert.True(rows.Length > 80, $"{rows.Length} rows");
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.All(rows, row => Assert.True(
            asked.Contains(row) != reasons.ContainsKey(row),
            $"{row}: give it a call in {Calls}, or a reason in not-asked.json"));
        Assert.All(reasons, reason => Assert.True(rows.Contains(reason.Key) && reason.Value.Length > 0, reason.Key));
    }

    [Fact]
    public void EachCallNamesARowAndWhatItAsks()
    {
        string[] rows = InferredRows();

        Assert.All(AskedRows(), row => Assert.Contains(row, rows));
    }

    // A row without a name could not be asked for.
    [Fact]
    public void EachInferredRowHasAName()
    {
        IEnumerable<string> lines = Inferred().Split('\n').Where(static line =>
            line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal) && !line.StartsWith("| row |", StringComparison.Ordinal));

        Assert.All(lines, static line => Assert.Matches(Row(), line));
    }

    private static string Inferred()
    {
        string page = File.ReadAllText(Repository.File("docs/explanation/fidelity.md"));
        int start = page.IndexOf("## Inferred", StringComparison.Ordinal);
        return page[start..page.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    private static string[] InferredRows() => [.. Row().Matches(Inferred()).Select(static match => match.Groups[1].Value)];

    private static IEnumerable<string> AskedRows()
    {
        foreach (string file in Directory.GetFiles(Repository.File(Calls), "*.json").Where(static file => char.IsAsciiDigit(Path.GetFileName(file)[0])))
        {
            using var calls = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement call in calls.RootElement.EnumerateArray())
            {
                Assert.False(string.IsNullOrWhiteSpace(call.GetProperty("ask").GetString()), call.GetRawText());
                yield return call.GetProperty("row").GetString()!;
            }
        }
    }

    [GeneratedRegex(@"^\| `([a-z0-9-]+)` \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
