using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

public sealed class ImportKeyBlocksTests : IDisposable
{
    private const string Script = "import-key-blocks.ps1";

    private readonly TemporaryDirectory _folder = new();
    private readonly ModuleSession _session = new();

    public ImportKeyBlocksTests()
    {
        // The sender's key encryption key is in the service already, and the sender has wrapped three keys under it.
        _session.Set("file", Blocks);
        _session.Run(
            """
            Set-PcProvider Local -InMemory
            $sender = New-PcKeyExchangeCertificate RSA_2048 Krd
            $authority = Import-PcKey -RootCertificate $sender.CertificateAuthority
            $null = New-PcKey K0 TDES_3KEY -Exportable -Alias alias/kek
            $kek = Export-PcKey alias/kek -WrappingKeyCertificate $sender -CertificateAuthority $authority -WrappingSpec RSA_OAEP_SHA_256 |
                ConvertFrom-PcKeyCryptogram -PrivateKey $sender -Algorithm TDES_3KEY
            $lines = foreach ($usage in 'P0', 'D0', 'M3') {
                $key = New-PcKeyComponent TDES_2KEY -Count 2 | Join-PcKeyComponent -AdjustParity
                "$(New-PcTr31KeyBlock -ProtectionKey $kek -Key $key -Usage $usage),$($key.KeyCheckValue)"
            }
            [System.IO.File]::WriteAllLines($file, [string[]] (@('# from the partner', '') + $lines))
            """).Succeed();
    }

    private string Blocks => _folder.Combine("blocks.txt");

    private string Report => _folder.Combine("report.csv");

    private string Arguments => $"-Path '{Blocks}' -WrappingKeyIdentifier alias/kek -ReportPath '{Report}' -PassThru";

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_second_run_imports_nothing_and_finds_the_same_keys()
    {
        Assert.Equal(("Imported", 0), (Statuses(_session.Run(Script, Arguments).Succeed()), _session.ExitCode()));
        string keys = KeysOfReport();
        int count = KeyCount();

        Assert.Equal(("Present", 0), (Statuses(_session.Run(Script, Arguments).Succeed()), _session.ExitCode()));

        Assert.Equal(keys, KeysOfReport());
        Assert.Equal(count, KeyCount());
        Assert.Equal(5, count); // The sender's root, the key encryption key, and three more.
    }

    [Fact]
    public void With_WhatIf_nothing_is_imported_and_no_report_written()
    {
        Assert.Equal("New", Statuses(_session.Run(Script, Arguments + " -WhatIf").Succeed()));

        Assert.Equal(2, KeyCount());
        Assert.False(File.Exists(Report));
    }

    [Fact]
    public void A_run_that_was_cut_off_between_import_and_alias_is_picked_up()
    {
        // As the script leaves it when it is killed there.
        _session.Run(
            """
            $block = [System.IO.File]::ReadAllLines($file)[2].Split(',')[0]
            $digest = [System.Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::ASCII.GetBytes($block))).ToLowerInvariant()
            $null = New-PcKeyAlias "alias/tr31/$($digest.Substring(0, 32))"
            $null = Import-PcKey $block -WrappingKeyIdentifier alias/kek -Tag @{ 'tr31-sha256' = $digest }
            """).Succeed();

        IReadOnlyList<System.Management.Automation.PSObject> output = _session.Run(Script, Arguments).Succeed();

        Assert.Equal(["Recovered", "Imported", "Imported"], output.SkipLast(1).Select(result => result.Properties["Status"].Value));
        Assert.Equal(5, KeyCount());
    }

    [Fact]
    public void A_block_that_was_changed_fails_alone_and_is_imported_when_it_comes_right()
    {
        string right = File.ReadAllText(Blocks);
        File.WriteAllText(Blocks, right.Replace("D0TB00", "D0TD00", StringComparison.Ordinal));

        Outcome outcome = _session.Run(Script, Arguments);

        Assert.Equal(1, _session.ExitCode());
        ErrorRecord error = Assert.Single(outcome.Errors);
        Assert.StartsWith("PcValidation", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("line 4", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Imported", "Failed", "Imported"], outcome.Output.SkipLast(1).Select(result => result.Properties["Status"].Value));
        Assert.Contains("\"4\",\"Failed\"", File.ReadAllText(Report), StringComparison.Ordinal);

        File.WriteAllText(Blocks, right);
        Assert.Equal(["Present", "Imported", "Present"],
            _session.Run(Script, Arguments).Succeed().SkipLast(1).Select(result => result.Properties["Status"].Value));
        Assert.Equal(0, _session.ExitCode());
    }

    [Fact]
    public void A_key_with_another_check_value_than_stated_stays_a_failure_and_is_not_imported_again()
    {
        string[] lines = File.ReadAllLines(Blocks);
        lines[2] = lines[2].Split(',')[0] + ",000000";
        File.WriteAllLines(Blocks, lines);

        foreach (string id in (string[])["PcKeyCheckValueMismatch", "The key arn"])
        {
            Outcome outcome = _session.Run(Script, Arguments);

            Assert.StartsWith(id, Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal("Failed", outcome.Output[0].Properties["Status"].Value);
            Assert.Equal(1, _session.ExitCode());
            Assert.Equal(5, KeyCount());
        }
    }

    [Theory]
    [InlineData("no-such-file.txt", "alias/kek")]
    [InlineData("blocks.txt", "alias/no-such-key")]
    public void What_cannot_be_begun_ends_with_exit_code_2(string file, string kek)
    {
        Outcome outcome = _session.Run(Script, $"-Path '{_folder.Combine(file)}' -WrappingKeyIdentifier {kek} -ReportPath '{Report}'");

        Assert.Single(outcome.Errors);
        Assert.Empty(outcome.Output);
        Assert.Equal(2, _session.ExitCode());
        Assert.False(File.Exists(Report));
    }

    [Fact]
    public async Task The_process_ends_with_that_code()
    {
        ShellResult result = await ShellProcess.Run(
            _folder.Combine(
                "home"), null, "-File", ExampleScript.PathOf(Script), "-Path", Blocks, "-WrappingKeyIdentifier", "alias/kek", "-ReportPath", Report);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("alias/kek", result.Error, StringComparison.Ordinal);
    }

    private static string Statuses(IReadOnlyList<System.Management.Automation.PSObject> output)
    {
        Assert.Equal(4, output.Count);
        Assert.StartsWith("3 blocks: ", output[3].ToString(), StringComparison.Ordinal);
        return Assert.Single(output.SkipLast(1).Select(result => (string)result.Properties["Status"].Value).Distinct());
    }

    private string KeysOfReport() => string.Join('\n', File.ReadAllLines(Report).Skip(1).Select(line => line.Split(',')[2]));

    private int KeyCount() => (int)_session.Run("@(Get-PcKey -Summary).Count").Single().BaseObject;
}
