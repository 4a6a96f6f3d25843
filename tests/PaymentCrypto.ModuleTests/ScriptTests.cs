using System.Management.Automation.Language;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ScriptTests
{
    public static TheoryData<string> Scripts =>
    [
        .. new[] { ".", "examples", "tests", "src", "docs" }
            .Select(folder => Path.Combine(Locations.RepositoryRoot, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => new[] { "*.ps1", "*.psm1", "*.psd1" }.SelectMany(pattern => Directory.EnumerateFiles(
                folder, pattern, folder.EndsWith('.') ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Locations.RepositoryRoot, file)),
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_script_of_the_repository_parses(string script)
    {
        Parser.ParseFile(Path.Combine(Locations.RepositoryRoot, script), out _, out ParseError[] errors);

        Assert.Empty(errors.Select(error => $"{script}:{error.Extent.StartLineNumber}: {error.Message}"));
    }
}
