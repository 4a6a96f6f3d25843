using System.Runtime.Versioning;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Store;

/// <summary>Files with loose defaults, without permission, and without room, in a shell of their own.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileSystemTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public FileSystemTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "It is about Unix.");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Whatever_the_umask_is_key_material_is_its_owners_and_nobody_else_may_write_the_rest()
    {
        string folder = Directory.CreateDirectory(_directory.Combine("out")).FullName;
        ShellResult result = await OwnerlessShell.Run("umask 000; exec", _directory.Combine("home"), $$"""
            Set-Location '{{folder}}'
            $kek = New-PcKey K0 AES_128
            $key = New-PcKey P0 AES_128 -Exportable
            Export-PcKey $key -WrappingKeyIdentifier $kek -OutFile export.tr31
            $clear = New-PcKeyComponent AES_128 | Join-PcKeyComponent
            $clear | New-PcTr31KeyBlock $clear -Usage P0 -OutFile offline.tr31
            New-PcKeyExchangeCertificate RSA_2048 | Export-PcKeyExchangeCertificate ./pair.p12 (ConvertTo-SecureString 'secret words' -AsPlainText -Force)
            Get-PcKeyInventory | Export-PcKeyInventory ./inventory.json
            Get-PcKeyInventory | Export-PcKeyInventory ./inventory.html
            $null = Backup-PcStore ./store.pcbackup
            """);

        Assert.Equal(string.Empty, result.Error);
        Dictionary<string, string> modes = Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file),
            file => Convert.ToString((int)File.GetUnixFileMode(file), 8));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["export.tr31"] = "600",
                ["offline.tr31"] = "600",
                ["pair.p12"] = "600",
                ["inventory.json"] = "644",
                ["inventory.html"] = "644",
                ["store.pcbackup"] = "600",
            },
            modes);
        Assert.All(Directory.GetFiles(_directory.Combine("home")), file => Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(file), 8)));
    }

    [Theory]
    [InlineData("Set-PcProvider -Path '{0}'")]
    [InlineData("Set-PcProvider -InMemory; Import-PcKey -Path '{0}/block.tr31' -WrappingKeyIdentifier alias/kek")]
    [InlineData("Set-PcProvider -InMemory; Import-PcKey '{0}/block.tr31' -WrappingKeyIdentifier alias/kek")]
    [InlineData("ConvertFrom-PcTr31KeyBlock '{0}/block.tr31' -ProtectionKey (New-PcKeyComponent AES_128 | Join-PcKeyComponent)")]
    [InlineData("New-PcTr34KeyBlock '{0}/krd.pem' -SigningKey '{0}/kdh.p12' -Key (New-PcKeyComponent AES_128 | Join-PcKeyComponent) -Usage K0")]
    [InlineData("Restore-PcStore '{0}/store.pcbackup' -Path '{0}-other'")]
    public async Task What_may_not_be_looked_at_is_not_said_to_be_missing(string script)
    {
        string closed = Directory.CreateDirectory(_directory.Combine("closed"), UnixFileMode.None).FullName;

        ShellResult result = await OwnerlessShell.Run(OwnerlessShell.WithoutRights, _directory.Combine("home"),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, script, closed));

        Assert.Equal(1, result.ExitCode);
        string told = string.Join(' ', result.Error.Split((char[])[' ', '\n', '|'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("permission", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("not there", told, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no", told, StringComparison.Ordinal);
        Assert.Contains(closed, told.Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_too_long_is_called_too_long()
    {
        string home = _directory.Combine(new string('x', 300));

        ShellResult result = await OwnerlessShell.Run("exec", home, "Get-PcKey");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("too long", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_disk_no_alias_is_left_without_its_key()
    {
        string home = _directory.Combine("home");
        Assert.Equal(0, (await OwnerlessShell.Run("exec", home, "$null = New-PcKey P0 AES_128 -Alias alias/first")).ExitCode);
        long kibibytes = (new FileInfo(Path.Combine(home, "store.db")).Length / 1024) + 48;

        ShellResult full = await OwnerlessShell.Run(
            $"trap '' XFSZ; ulimit -f {kibibytes}; exec", home, "1..2000 | ForEach-Object { $null = New-PcKey P0 AES_128 -Alias \"alias/n$_\" -ErrorAction "
                + "Stop }");

        Assert.Contains("the disk or the quota is full", string.Join(' ', full.Error.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
        ShellResult after = await OwnerlessShell.Run(
            "exec", home, "@(Get-PcKeyAlias | Where-Object { -not $_.KeyArn }).Count");
        Assert.Equal("0", after.Output.Trim());
    }
}
