namespace PaymentCrypto.Help;

/// <summary>
/// Reads a file of examples. Each begins with <c># Example: title</c>; its code follows, then <c># Output:</c> with the output as comment
/// lines, and <c># Remark:</c>, which may go on in further comment lines. <c># Setup:</c> at the start of the file is for tests.
/// </summary>
internal sealed class ExampleParser
{
    private const string SetupMark = "# Setup:";
    private const string ExampleMark = "# Example:";
    private const string OutputMark = "# Output:";
    private const string RemarkMark = "# Remark:";

    // For the tests: the error that the example shows, and why it cannot be run in one.
    private static readonly string[] TestMarks = ["# Fails:", "# Not run:"];

    private readonly string _path;
    private readonly string _cmdlet;
    private readonly Problems _problems;
    private readonly List<Example> _examples = [];
    private readonly List<string> _code = [];
    private readonly List<string> _output = [];
    private readonly List<string> _remark = [];
    private string? _title;
    private int _start;
    private List<string>? _part;

    private ExampleParser(string path, string cmdlet, Problems problems)
    {
        _path = path;
        _cmdlet = cmdlet;
        _problems = problems;
    }

    public static IReadOnlyList<Example> Parse(string path, string cmdlet, Problems problems)
    {
        var parser = new ExampleParser(path, cmdlet, problems);
        string[] lines = File.ReadAllLines(path);
        for (int index = 0; index < lines.Length; index++)
        {
            parser.Take(lines[index].TrimEnd(), index + 1);
        }

        parser.Finish();
        return parser._examples;
    }

    private void Take(string line, int number)
    {
        if (line.StartsWith(ExampleMark, StringComparison.Ordinal))
        {
            Finish();
            _title = line[ExampleMark.Length..].Trim().TrimEnd('.');
            _start = number;
            _part = _code;
            if (_title.Length == 0)
            {
                _problems.Report(_path, number, "An example needs a title: # Example: <title>.");
            }
        }
        else if (line == SetupMark && _title is null)
        {
            _part = [];
        }
        else if (line == OutputMark && _title is not null)
        {
            _part = _output;
        }
        else if (line.StartsWith(RemarkMark, StringComparison.Ordinal) && _title is not null)
        {
            _part = _remark;
            _remark.Add(line[RemarkMark.Length..].Trim());
        }
        else if (_title is not null && Array.Exists(TestMarks, mark => line.StartsWith(mark, StringComparison.Ordinal)))
        {
            _part = null;
        }
        else if (_part == _code || (_title is null && _part is not null))
        {
            _part.Add(line);
        }
        else if (line.StartsWith('#') && _part is not null)
        {
            // One space after the number sign is the comment's; more are the output's own.
            _part.Add(line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line[1..]);
        }
        else if (line.Length > 0)
        {
            _problems.Report(_path, number, $"This line is in no part of an example: the parts begin with '{SetupMark}', '{ExampleMark}', '{OutputMark}' "
                + $"and '{RemarkMark}', and the last two consist of comment lines.");
        }
    }

    private void Finish()
    {
        if (_title is null)
        {
            return;
        }

        if (!_code.Exists(line => line.Contains(_cmdlet, StringComparison.Ordinal)))
        {
            _problems.Report(_path, _start, $"The example does not use {_cmdlet}.");
        }

        _examples.Add(new Example(_title, Trim(_code), Trim(_output), DocText.Paragraphs(_remark)));
        _code.Clear();
        _output.Clear();
        _remark.Clear();
        _title = null;
        _part = null;
    }

    private static string[] Trim(List<string> lines) =>
        [.. lines.SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse()];
}
