using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>
/// The PowerShell in a page of documentation, in its order. An HTML comment before a fenced block says what the reader need not see:
/// <c>not run: reason</c>, or <c>fails: error id</c>. <c>first: code</c>, over any number of lines, is code that runs before what follows.
/// </summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string name, IReadOnlyList<CodeBlock> blocks)
    {
        Name = name;
        Blocks = blocks;
    }

    /// <summary>Its path from the root of the repository.</summary>
    public string Name { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(Locations.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Locations.RepositoryRoot, "README.md"))
            .Select(path => Path.GetRelativePath(Locations.RepositoryRoot, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static MarkdownPage Read(string name)
    {
        string text = File.ReadAllText(Path.Combine(Locations.RepositoryRoot, name)).ReplaceLineEndings("\n");
        List<CodeBlock> blocks = [];
        string? notRun = null, fails = null;
        int end = 0;
        foreach (Match match in Part().Matches(text))
        {
            int line = text.AsSpan(0, match.Index).Count('\n') + 1;
            if (match.Groups["comment"] is { Success: true } comment)
            {
                string said = comment.Value.Trim();
                notRun = After(said, "not run:") ?? notRun;
                fails = After(said, "fails:") ?? fails;
                if (After(said, "first:") is { } code)
                {
                    blocks.Add(new CodeBlock(line, code, null, null));
                }
            }
            else
            {
                if (match.Groups["language"].Value == "powershell")
                {
                    blocks.Add(new CodeBlock(line, match.Groups["code"].Value, fails, notRun));
                }

                notRun = fails = null;
            }

            end = match.Index + match.Length;
        }

        Assert.True(notRun is null && fails is null, $"{name}: a marker at its end is before no block.");
        Assert.DoesNotContain("\n```powershell", text[end..], StringComparison.Ordinal);
        return new MarkdownPage(name, blocks);
    }

    private static string? After(string text, string mark) => text.StartsWith(mark, StringComparison.Ordinal) ? text[mark.Length..].Trim() : null;

    [GeneratedRegex(@"^[ ]*<!--(?<comment>.*?)-->|^(?<indent>[ ]*)```(?<language>[\w-]*)[^\n]*\n(?<code>.*?)^\k<indent>```[ ]*$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
