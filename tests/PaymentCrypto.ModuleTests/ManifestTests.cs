using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ManifestTests
{
    private static readonly string RootManifest = Path.Combine(Locations.RepositoryRoot, "PaymentCrypto.psd1");

    public static TheoryData<string> Manifests => [RootManifest, Locations.StagedManifest];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void The_manifest_exports_exactly_the_cmdlets_of_the_assembly(string manifest)
    {
        string[] inAssembly = CmdletsOf(Path.Combine(Locations.StagedModule, "PaymentCrypto.dll"));

        Assert.NotEmpty(inAssembly);
        Assert.Equal(inAssembly, ((object[])Read(manifest)["CmdletsToExport"]!).Cast<string>().Order());
        Assert.Equal(inAssembly, CmdletsOf(manifest));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void The_manifest_has_the_version_of_the_build(string manifest)
    {
        var properties = XElement.Load(Path.Combine(Locations.RepositoryRoot, "Directory.Build.props"));
        Hashtable data = Read(manifest);
        var published = (Hashtable)((Hashtable)data["PrivateData"]!)["PSData"]!;

        Assert.Equal(properties.Descendants("VersionPrefix").Single().Value, data["ModuleVersion"]);
        Assert.Equal(properties.Descendants("VersionSuffix").Single().Value, published["Prerelease"]);
    }

    [Fact]
    public void Native_libraries_are_staged_for_six_platforms_and_the_contract_only_beside_the_cmdlets()
    {
        string lib = Path.Combine(Locations.StagedModule, "lib");

        Assert.Equal(
            ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"],
            Directory.GetDirectories(Path.Combine(lib, "runtimes")).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetDirectories(Path.Combine(lib, "runtimes")), folder => Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "native"))));
        Assert.True(File.Exists(Path.Combine(Locations.StagedModule, "PaymentCrypto.Api.dll")));
        Assert.False(File.Exists(Path.Combine(lib, "PaymentCrypto.Api.dll")));
    }

    [Fact]
    public async Task Importing_the_module_loads_nothing_from_behind_the_wall()
    {
        // Other tests of this process use the engine, so the question goes to a fresh one.
        string script = "[System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'PaymentCrypto*' }";
        using var home = new TemporaryDirectory();

        ShellResult result = await ShellProcess.Run(home.Path, null, "-Command", script);

        Assert.Equal(["PaymentCrypto", "PaymentCrypto.Api", "PaymentCrypto.Shell"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    private static Hashtable Read(string manifest)
    {
        ScriptBlockAst script = Parser.ParseFile(manifest, out _, out ParseError[] errors);
        Assert.Empty(errors);
        return (Hashtable)script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }

    private static string[] CmdletsOf(string module)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", module).AddParameter("ErrorAction", "Stop").AddParameter("PassThru");
        PSModuleInfo imported = shell.Invoke<PSModuleInfo>().Single(info => info.Name == "PaymentCrypto");
        return [.. imported.ExportedCmdlets.Keys.Order()];
    }
}
