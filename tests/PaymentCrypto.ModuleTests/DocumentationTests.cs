using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Locations.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Locations.RepositoryRoot, "*.md"))
            .Select(file => Path.GetRelativePath(Locations.RepositoryRoot, file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_within_the_documentation_leads_somewhere(string page)
    {
        string file = Path.Combine(Locations.RepositoryRoot, page);

        Assert.All(Link().Matches(File.ReadAllText(file)).Select(match => match.Groups["target"].Value), link =>
        {
            string[] parts = link.Split('#', 2);
            string target = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
            Assert.True(Path.Exists(target), $"{page} links to {link}");
            if (parts.Length == 2)
            {
                Assert.Contains(parts[1], Heading().Matches(File.ReadAllText(target)).Select(match => Anchor(match.Groups["title"].Value)),
                    StringComparer.OrdinalIgnoreCase);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_script_that_is_named_exists(string page) =>
        Assert.All(
            Example().Matches(File.ReadAllText(Path.Combine(Locations.RepositoryRoot, page))).Select(match => match.Value),
            path => Assert.True(Path.Exists(Path.Combine(Locations.RepositoryRoot, path)), $"{page} names {path}"));

    [Fact]
    public void The_reference_has_every_cmdlet_and_no_other()
    {
        using var session = new ModuleSession();
        string[] cmdlets = [.. session.Run("(Get-Command -Module PaymentCrypto -CommandType Cmdlet).Name")
            .Succeed()
            .Select(name => (string)name.BaseObject)
            .Order(StringComparer.Ordinal)];
        string reference = File.ReadAllText(Path.Combine(Locations.RepositoryRoot, "docs", "reference", "cmdlets.md"));

        Assert.Equal(cmdlets, Cmdlet().Matches(reference).Select(match => match.Value.Trim('`')).Distinct().Order(StringComparer.Ordinal));
    }

    // As GitHub makes it of a heading.
    private static string Anchor(string title) => NotOfAnchors().Replace(title.Trim(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>(?!https?:|mailto:)[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfAnchors();

    [GeneratedRegex(@"(?<=`)examples/[\w./-]+\.(ps1|sh|yml|psd1)(?=`)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex(@"`[A-Z][a-zA-Z]*-Pc[A-Za-z0-9]+`", RegexOptions.CultureInvariant)]
    private static partial Regex Cmdlet();
}
