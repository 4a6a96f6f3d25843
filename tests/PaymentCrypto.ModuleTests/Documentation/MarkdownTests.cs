using System.Collections;
using System.Management.Automation.Language;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>The PowerShell in README.md and docs works: the blocks of a page run in their order in one session.</summary>
[Collection(nameof(SetsEnvironment))]
public sealed class MarkdownTests(DocumentedStore store)
{
    private const int MostNotRun = 12;

    public static TheoryData<string> Pages => [.. MarkdownPage.Names.Where(name => MarkdownPage.Read(name).Blocks.Count > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_code_of_a_page_runs(string page)
    {
        var before = Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);
        using var home = new TemporaryDirectory();
        try
        {
            Environment.SetEnvironmentVariable("PAYMENTCRYPTO_HOME", home.Combine("home"));
            using var session = new DocumentedSession(store.Path);
            foreach (CodeBlock block in MarkdownPage.Read(page).Blocks.Where(block => block.NotRun is null))
            {
                session.Run(block.Code).Verify(block.FailsWith, $"{page}, line {block.Line}");
            }
        }
        finally
        {
            foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Except(before.Keys).ToList())
            {
                Environment.SetEnvironmentVariable(name, null);
            }

            foreach ((string name, string? value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }

    [Fact]
    public void Few_blocks_cannot_be_run_here_and_these_parse()
    {
        var notRun = MarkdownPage.Names.Select(MarkdownPage.Read)
            .SelectMany(page => page.Blocks.Where(block => block.NotRun is not null).Select(block => (page.Name, Block: block)))
            .ToList();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', notRun.Select(item => $"{item.Name}, line {item.Block.Line}: {item.Block.NotRun}")));
        Assert.InRange(notRun.Count, 0, MostNotRun);
        Assert.All(notRun, item =>
        {
            Assert.NotEqual(string.Empty, item.Block.NotRun);
            Parser.ParseInput(item.Block.Code, out _, out ParseError[] errors);
            Assert.Empty(errors.Select(error => $"{item.Name}, line {item.Block.Line}: {error.Message}"));
        });
    }
}
