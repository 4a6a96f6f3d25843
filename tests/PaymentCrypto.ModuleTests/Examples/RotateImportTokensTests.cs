using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

public sealed class RotateImportTokensTests : IDisposable
{
    private const string Script = "rotate-import-tokens.ps1";
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_run_changes_nothing_and_a_token_with_too_little_time_left_is_replaced()
    {
        using var session = new ModuleSession();
        session.Run("Set-PcProvider Local -InMemory").Succeed();
        string arguments = $"-Folder '{_folder.Path}' -MinimumDays 10";

        object first = session.Run(Script, arguments).Single().Properties["ImportToken"].Value;
        var written = Directory.EnumerateFiles(_folder.Path).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        PSObject again = session.Run(Script, arguments).Single();
        session.Run("Set-PcProvider -TimeOffset 20.12:00:00").Succeed();
        PSObject late = session.Run(Script, arguments).Single();

        Assert.Equal((first, false), (again.Properties["ImportToken"].Value, again.Properties["IsNew"].Value));
        Assert.Equal(3, written.Count);
        Assert.Equal(written.Keys.Order(), Directory.EnumerateFiles(_folder.Path).Order());
        Assert.NotEqual(first, late.Properties["ImportToken"].Value);
        Assert.Equal(late.Properties["ImportToken"].Value, File.ReadAllText(_folder.Combine("tr34_key_block-rsa_2048.token.txt")).Trim());
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificateFromFile(_folder.Combine("tr34_key_block-rsa_2048.certificate.pem"));
        Assert.True(leaf.NotAfter.ToUniversalTime() > DateTime.UtcNow.AddDays(49));
    }

    [Fact]
    public void With_WhatIf_nothing_is_asked_and_nothing_written()
    {
        using var session = new ModuleSession();
        session.Run("Set-PcProvider Local -InMemory").Succeed();

        Assert.Empty(session.Run(Script, $"-Folder '{_folder.Combine("none")}' -WhatIf").Succeed());

        Assert.Empty(session.Run("Get-PcToken").Succeed());
        Assert.False(Directory.Exists(_folder.Combine("none")));
    }

    [Fact]
    public async Task A_failure_ends_with_exit_code_1_and_says_why()
    {
        string file = _folder.Combine("file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);

        ShellResult result = await ShellProcess.Run(_folder.Combine("home"), null, "-File", ExampleScript.PathOf(Script), "-Folder", file);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(file, result.Error.Replace("\n     | ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("in the way", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }
}
