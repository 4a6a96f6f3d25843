using System.Diagnostics;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>
/// With real older versions of our dependencies in the session, loaded and used before the module: both sides go on working, each
/// with its own. <see cref="IsolationTests"/> asks the same of every test of this project, with decoys.
/// </summary>
public sealed class OtherVersionsTests
{
    private static readonly string Others = Path.Combine(AppContext.BaseDirectory, "other-versions");
    private static readonly string[] Names = ["AWSSDK.Core", "BouncyCastle.Cryptography", "Microsoft.Data.Sqlite", "SQLitePCLRaw.batteries_v2",
        "SQLitePCLRaw.core", "SQLitePCLRaw.provider.e_sqlite3"];

    [Fact]
    public async Task A_module_with_older_versions_and_ours_work_in_one_session()
    {
        using var directory = new TemporaryDirectory();
        string script = directory.Combine("session.ps1");
        await File.WriteAllTextAsync(script, $$"""
            $ErrorActionPreference = 'Stop'
            foreach ($name in {{string.Join(", ", Names.Select(name => $"'{name}'"))}}) { $null = [System.Reflection.Assembly]::LoadFrom("{{Others}}/$name.dll") }
            function Use-Others {
                [SQLitePCL.Batteries_V2]::Init()
                $connection = [Microsoft.Data.Sqlite.SqliteConnection]::new('Data Source=:memory:')
                $connection.Open()
                $command = $connection.CreateCommand()
                $command.CommandText = 'SELECT 6 * 7'
                "theirs: $($command.ExecuteScalar())"
                $connection.Dispose()
                "theirs: $([System.Convert]::ToHexString([Org.BouncyCastle.Security.DigestUtilities]::CalculateDigest('SHA-256', [byte[]]@())))"
                "theirs: $([Amazon.RegionEndpoint]::GetBySystemName('eu-west-1').PartitionName)"
            }
            Use-Others
            Import-Module '{{Locations.StagedManifest}}'
            & '{{Path.Combine(Locations.RepositoryRoot, "examples", "rehearse-tr34-import.ps1")}}'
            # A passphrase needs Argon2id, which BouncyCastle computes.
            $passphrase = [System.Security.SecureString]::new()
            foreach ($character in 'a passphrase of a test'.ToCharArray()) { $passphrase.AppendChar($character) }
            Set-PcProvider Local -Path '{{directory.Combine("store.db")}}' -Passphrase $passphrase
            "ours, behind a passphrase: $((Get-PcExportParameters).Provider)"
            $endpoint = Start-PcEndpoint -PassThru
            Set-PcProvider Aws -EndpointUrl $endpoint.Url -Region us-east-1 -AccessKey 111122223333 -SecretKey any
            "ours, over AWSSDK: $((Get-PcImportParameters).Provider)"
            Stop-PcEndpoint $endpoint
            Use-Others
            foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
                "loaded: $($assembly.GetName().Name)|$(if (-not $assembly.IsDynamic) { $assembly.Location })"
            }
            """, TestContext.Current.CancellationToken);

        ShellResult result = await ShellProcess.Run(directory.Combine("home"), null, "-NoImport", "-File", script);

        Assert.True(result.Error.Length == 0, result.Error);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] theirs = ["theirs: 42", "theirs: E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", "theirs: aws"];
        Assert.Equal([.. theirs, .. theirs], lines.Where(line => line.StartsWith("theirs: ", StringComparison.Ordinal)));
        Assert.Contains("The same key on both sides.", lines);
        Assert.Contains("ours, behind a passphrase: Local", lines);
        Assert.Contains("ours, over AWSSDK: Aws", lines);
        Assert.Equal(0, result.ExitCode);

        ILookup<string, string> loaded = lines.Where(line => line.StartsWith("loaded: ", StringComparison.Ordinal))
            .Select(line => line["loaded: ".Length..].Split('|'))
            .ToLookup(parts => parts[0], parts => parts[1]);
        string ours = Path.Combine(Locations.StagedModule, "lib");
        foreach (string name in Names)
        {
            Assert.Equal([Path.Combine(Others, name + ".dll"), Path.Combine(ours, name + ".dll")],
                loaded[name].OrderBy(path => path.StartsWith(ours, StringComparison.Ordinal)));
        }

        Assert.NotEqual(Version(Path.Combine(Others, "AWSSDK.Core.dll")), Version(Path.Combine(ours, "AWSSDK.Core.dll")));
    }

    private static string? Version(string path) => FileVersionInfo.GetVersionInfo(path).FileVersion;
}
