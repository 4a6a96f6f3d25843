using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Packaging;

public sealed class InstallationTests
{
    [Fact]
    public async Task An_installed_package_is_found_by_PowerShell_and_works_in_a_fresh_process()
    {
        using var directory = new TemporaryDirectory();
        string installed = ModulePackage.InstallBelow(directory.Combine("modules"));

        // No Import-Module: the name of the cmdlet has to be enough.
        const string Script = """
            $p = Get-PcImportParameters TR34_KEY_BLOCK RSA_2048 -ErrorAction Stop
            $p.ImportToken
            $p.Certificate.PublicKey.GetRSAPublicKey().KeySize
            $m = Get-Module PaymentCrypto
            $m.ModuleBase
            "$($m.Version)"
            $m.PrivateData.PSData.Prerelease
            $m.ExportedCommands.Count
            """;
        string[] lines = await Run(directory, Script);

        Assert.Matches("^import-token-[0-9a-zA-Z]{16}$", lines[0]);
        Assert.Equal("2048", lines[1]);
        Assert.Equal(installed, lines[2]);
        Assert.Equal(ModulePackage.Property("VersionPrefix"), lines[3]);
        Assert.Equal(ModulePackage.Property("VersionSuffix"), lines[4]);
        Assert.Equal(CmdletsInTheManifest().ToString(System.Globalization.CultureInfo.InvariantCulture), lines[5]);
    }

    [Fact]
    public async Task The_help_of_an_installed_package_is_there()
    {
        using var directory = new TemporaryDirectory();
        ModulePackage.InstallBelow(directory.Combine("modules"));

        string[] lines = await Run(directory, "(Get-Help Get-PcImportParameters).Synopsis; (Get-Help about_PaymentCrypto).Length -gt 100");

        Assert.NotEqual("Get-PcImportParameters", lines[0].Trim());
        Assert.Equal("True", lines[1]);
    }

    private static int CmdletsInTheManifest() =>
        ModulePackage.Text("PaymentCrypto.psd1")
            .Split("CmdletsToExport")[1]
            .Split(')')[0]
            .Split('\n')
            .Count(line => line.Contains("-Pc", StringComparison.Ordinal));

    private static async Task<string[]> Run(TemporaryDirectory directory, string script)
    {
        string setUp = $"$env:PSModulePath = '{directory.Combine("modules")}'; $env:PSModuleAnalysisCachePath = '{directory.Combine("cache")}'\n";

        ShellResult result = await ShellProcess.Run(directory.Combine("home"), null, "-NoImport", "-Command", setUp + script);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
