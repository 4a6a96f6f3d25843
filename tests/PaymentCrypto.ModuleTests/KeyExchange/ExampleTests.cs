using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class ExampleTests
{
    public static TheoryData<string> Rehearsals => [.. Directory.EnumerateFiles(Folder, "rehearse-*.ps1").Select(static file => Path.GetFileName(file))];

    private static string Folder => Path.Combine(Locations.RepositoryRoot, "examples");

    [Theory]
    [MemberData(nameof(Rehearsals))]
    public async Task A_rehearsal_ends_with_the_same_key_on_both_sides_and_leaves_nothing_behind(string script)
    {
        using var home = new TemporaryDirectory();

        ShellResult result = await ShellProcess.Run(home.Combine("home"), null, "-File", Path.Combine(Folder, script));

        Assert.Empty(result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("The same key on both sides.", result.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(home.Path));
    }

    [Fact]
    public void There_is_a_rehearsal_for_every_way_of_exchange() =>
        Assert.Equal(
            ["rehearse-ecdh.ps1", "rehearse-rsa.ps1", "rehearse-tr31.ps1", "rehearse-tr34-export.ps1", "rehearse-tr34-import.ps1"],
            Directory.EnumerateFiles(Folder, "rehearse-*.ps1").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_rehearsal_that_fails_ends_with_exit_code_1()
    {
        // The sender's key is damaged on the way: the check value of its paper belongs to another key.
        using var folder = new TemporaryDirectory();
        string script = await File.ReadAllTextAsync(Path.Combine(Folder, "rehearse-rsa.ps1"), TestContext.Current.CancellationToken);
        string damaged = script.Replace("New-PcKeyCryptogram -Key $dek", "New-PcKeyCryptogram -Key (New-PcKeyComponent AES_128)[0]", StringComparison.Ordinal);
        Assert.NotEqual(script, damaged);
        await File.WriteAllTextAsync(folder.Combine("damaged.ps1"), damaged, TestContext.Current.CancellationToken);

        ShellResult result = await ShellProcess.Run(folder.Combine("home"), null, "-File", folder.Combine("damaged.ps1"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("check values differ", result.Error, StringComparison.Ordinal);
    }
}
