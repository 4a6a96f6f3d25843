using System.Diagnostics;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>What is missing in the help is an error of the build that says where.</summary>
public sealed class HelpGeneratorTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public HelpGeneratorTests()
    {
        Directory.CreateDirectory(Examples);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Locations.RepositoryRoot, "src", "PaymentCrypto", "Help", "Examples")))
        {
            File.Copy(file, Path.Combine(Examples, Path.GetFileName(file)));
        }
    }

    private string Examples => _directory.Combine("Examples");

    private string HelpFile => _directory.Combine("help.xml");

    [Fact]
    public void A_parameter_that_is_not_described_is_named_with_its_cmdlet()
    {
        string error = Fail(comments => Member(comments, "P:PaymentCrypto.Commands.Tokens.GetPcTokenCommand.Direction").Remove());

        Assert.StartsWith("PaymentCrypto.Help : error PCHELP1 : Get-PcToken -Direction: ", Assert.Single(Lines(error)), StringComparison.Ordinal);
        Assert.False(File.Exists(HelpFile));
    }

    [Fact]
    public void A_parameter_of_a_base_class_is_missed_in_every_cmdlet_that_has_it()
    {
        string error = Fail(comments => Member(comments, "P:PaymentCrypto.Commands.PcKeyCmdlet.KeyIdentifier").Remove());

        Assert.Contains("Get-PcKeyTag -KeyIdentifier: ", error, StringComparison.Ordinal);
        Assert.Contains("Get-PcKeyPolicy -KeyIdentifier: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cmdlet_without_a_synopsis_is_named()
    {
        string error = Fail(comments => Member(comments, "T:PaymentCrypto.Commands.Tokens.GetPcTokenCommand").Element("summary")!.Remove());

        Assert.Contains("error PCHELP1 : Get-PcToken: There is no synopsis.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cmdlet_with_one_example_is_named()
    {
        File.WriteAllText(Path.Combine(Examples, "Get-PcToken.ps1"), "# Example: See every token\nGet-PcToken\n");

        Assert.Contains("error PCHELP1 : Get-PcToken: There are 1 examples where at least 2 have to be.", Fail(static _ => { }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_of_something_else_is_named_with_its_line()
    {
        string path = Path.Combine(Examples, "Get-PcToken.ps1");
        File.WriteAllText(path, "# Example: See every token\nGet-PcToken\n\n# Example: See the others\nGet-PcKey\n");

        Assert.Contains($"{path}(4) : error PCHELP2 : The example does not use Get-PcToken.", Fail(static _ => { }), StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_of_a_cmdlet_that_is_not_there_are_refused()
    {
        File.WriteAllText(Path.Combine(Examples, "Get-PcTokens.ps1"), "# Example: See every token\nGet-PcTokens\n");

        Assert.Contains("There is no cmdlet 'Get-PcTokens'.", Fail(static _ => { }), StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static XElement Member(XDocument comments, string name) => comments.Descendants("member").Single(member => member.Attribute("name")!.Value == name);

    private static string Built(string project, string file) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, new DirectoryInfo(AppContext.BaseDirectory).Name, file));

    private string Fail(Action<XDocument> damage)
    {
        var comments = XDocument.Load(Built("PaymentCrypto", "PaymentCrypto.xml"), LoadOptions.PreserveWhitespace);
        damage(comments);
        comments.Save(_directory.Combine("comments.xml"));
        var start = new ProcessStartInfo(
            "dotnet",
            [Built("PaymentCrypto.Help", "PaymentCrypto.Help.dll"), Built("PaymentCrypto", "PaymentCrypto.dll"), _directory.Combine("comments.xml"), Examples,
                HelpFile])
        {
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(1, process.ExitCode);
        return error;
    }
}
