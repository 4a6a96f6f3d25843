using System.Text;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>A file of examples, as CONTRIBUTING.md describes it.</summary>
internal sealed class ExampleFile
{
    private readonly string _path;
    private readonly List<string> _lines;

    private ExampleFile(string path)
    {
        _path = path;
        _lines = [.. File.ReadAllLines(path)];
        Setup = Part(0, "# Setup:") is { } setup ? string.Join('\n', setup) : string.Empty;
        Examples = [.. _lines.Index().Where(line => IsStart(line.Item)).Select(line => Read(line.Index))];
    }

    public string Setup { get; }

    public IReadOnlyList<HelpExample> Examples { get; }

    public static ExampleFile Read(string path) => new(path);

    /// <summary>Writes what was really shown where an example says what is.</summary>
    public void Write(HelpExample example, IEnumerable<string> shown)
    {
        int start = _lines.FindIndex(line => IsStart(line) && line.EndsWith(example.Title, StringComparison.Ordinal));
        int output = _lines.FindIndex(start, line => line == "# Output:") + 1;
        int end = output;
        while (end < _lines.Count && _lines[end].StartsWith('#') && !IsMark(_lines[end]))
        {
            end++;
        }

        _lines.RemoveRange(output, end - output);
        _lines.InsertRange(output, shown.Select(line => $"# {line}".TrimEnd()));
        File.WriteAllText(_path, new StringBuilder().AppendJoin('\n', _lines).Append('\n').ToString());
    }

    private HelpExample Read(int start)
    {
        int length = _lines.Skip(start + 1).TakeWhile(line => !IsStart(line)).Count();
        List<string> lines = _lines.GetRange(start + 1, length);
        return new HelpExample(
            _lines[start]["# Example:".Length..].Trim(),
            string.Join('\n', lines.TakeWhile(line => !IsMark(line))),
            Part(start + 1, "# Output:")?.Select(line => line.Length > 2 ? line[2..] : string.Empty).ToList(),
            Value(lines, "# Fails:"),
            Value(lines, "# Not run:"));
    }

    private List<string>? Part(int from, string mark)
    {
        int start = _lines.FindIndex(from, line => line == mark);
        int next = _lines.FindIndex(from, IsStart);
        return start < 0 || (next >= 0 && next < start)
            ? null
            : [.. _lines.Skip(start + 1).TakeWhile(line => !IsMark(line) && (mark == "# Setup:" || line.StartsWith('#')))];
    }

    private static string? Value(IEnumerable<string> lines, string mark) =>
        lines.FirstOrDefault(line => line.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..].Trim();

    private static bool IsStart(string line) => line.StartsWith("# Example:", StringComparison.Ordinal);

    private static bool IsMark(string line) =>
        IsStart(line) || new[] { "# Output:", "# Remark:", "# Fails:", "# Not run:" }.Any(mark => line.StartsWith(mark, StringComparison.Ordinal));
}
