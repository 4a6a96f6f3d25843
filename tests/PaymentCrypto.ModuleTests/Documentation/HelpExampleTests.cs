using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>
/// Every example of Get-Help runs without an error, and shows what it says. After a change of what is shown, run these tests once with the
/// environment variable PAYMENTCRYPTO_WRITE_EXAMPLES set: what is really shown is written into the files, to be read and committed.
/// </summary>
public sealed class HelpExampleTests(DocumentedStore store)
{
    public static TheoryData<string> Cmdlets =>
        [.. Directory.EnumerateFiles(Folder, "*.ps1").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Locations.RepositoryRoot, "src", "PaymentCrypto", "Help", "Examples");

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void An_example_runs_and_shows_what_it_says(string cmdlet)
    {
        var file = ExampleFile.Read(Path.Combine(Folder, cmdlet + ".ps1"));
        List<string> wrong = [];
        foreach (HelpExample example in file.Examples.Where(example => example.NotRun is null))
        {
            Assert.DoesNotContain("$env:", example.Code.Replace("$env:TEMP", string.Empty, StringComparison.OrdinalIgnoreCase),
                StringComparison.OrdinalIgnoreCase);
            using var session = new DocumentedSession(store.Path);
            session.Prepare(file.Setup);
            CodeResult result = session.Run(example.Code);
            result.Verify(example.FailsWith, $"{cmdlet}: {example.Title}");
            if (example.Output is not null
                && !ShownOutput.IsLike(example.Output, result.Screen)
                && !example.Code.Contains("| Format-", StringComparison.Ordinal))
            {
                wrong.Add($"{cmdlet}: {example.Title}\nreally shows\n{result.Screen}");
                if (Environment.GetEnvironmentVariable("PAYMENTCRYPTO_WRITE_EXAMPLES") is { Length: > 0 })
                {
                    file.Write(example, ShownOutput.Lines(result.Screen));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Few_examples_cannot_be_run_here()
    {
        string[] notRun = [.. Cmdlets.SelectMany(cmdlet => ExampleFile.Read(Path.Combine(Folder, cmdlet.Data + ".ps1")).Examples.Where(example =>
            example.NotRun is not null).Select(example => $"{cmdlet.Data}: {example.Title}: {example.NotRun}"))];

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', notRun));
        Assert.InRange(notRun.Length, 0, 12);
        Assert.All(notRun, line => Assert.False(line.EndsWith(": ", StringComparison.Ordinal), $"{line} needs a reason."));
    }
}
