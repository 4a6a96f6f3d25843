using System.Reflection;
using System.Runtime.Loader;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>With assemblies of the same names in the default context from the start; see <see cref="Decoys"/>.</summary>
public sealed class IsolationTests(SharedStore store)
{
    private static readonly string Library = Path.Combine(Locations.StagedModule, "lib") + Path.DirectorySeparatorChar;

    [Fact]
    public void Every_dependency_comes_from_the_modules_own_folder_although_the_session_has_others()
    {
        AssemblyLoadContext context = UseTheEngine();

        foreach (string name in Decoys.Names)
        {
            Assembly ours = context.LoadFromAssemblyName(new AssemblyName(name));
            Assembly theirs = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));

            Assert.StartsWith(Library, ours.Location, StringComparison.Ordinal);
            Assert.NotNull(theirs.GetType($"{name}.Decoy"));
            Assert.Null(ours.GetType($"{name}.Decoy"));
        }
    }

    [Fact]
    public void Only_the_cmdlets_and_the_contract_are_in_the_default_context()
    {
        AssemblyLoadContext context = UseTheEngine();

        Assert.Equal(
            ["PaymentCrypto", "PaymentCrypto.Api", "PaymentCrypto.ModuleTests"],
            AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.GetName().Name!)
                .Where(name => name.StartsWith("PaymentCrypto", StringComparison.Ordinal))
                .Order());
        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "Microsoft.Data.Sqlite");
        Assert.DoesNotContain(context.Assemblies, assembly => assembly.GetName().Name == "PaymentCrypto.Api");
        Assert.All(context.Assemblies, assembly => Assert.StartsWith(Library, assembly.Location, StringComparison.Ordinal));
    }

    [Fact]
    public void Native_SQLite_is_the_modules_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The list of loaded native libraries is read from /proc.");
        UseTheEngine();

        string[] loaded = [.. File.ReadLines("/proc/self/maps")
            .Where(line => line.Contains("e_sqlite3", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
            .Distinct()];

        Assert.NotEmpty(loaded);
        Assert.All(loaded, path => Assert.StartsWith(Library, path, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_public_in_the_cmdlet_assembly_mentions_a_type_from_behind_the_wall()
    {
        UseTheEngine();
        Assembly cmdlets = AssemblyLoadContext.Default.Assemblies.Single(assembly => assembly.GetName().Name == "PaymentCrypto");

        // Newtonsoft.Json is PowerShell's own, in its own context: ConvertTo-Json looks for its attribute that leaves a property out.
        Assert.Equal(
            ["Newtonsoft.Json", "PaymentCrypto.Api"],
            cmdlets.GetReferencedAssemblies()
                .Select(name => name.Name!)
                .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib" or "System"))
                .Order());
    }

    [Fact]
    public void Newtonsoft_Json_is_what_PowerShell_itself_needs()
    {
        UseTheEngine();
        Version WantedBy(Assembly assembly) => assembly.GetReferencedAssemblies().Single(name => name.Name == "Newtonsoft.Json").Version!;

        // Without its own, PowerShell does not start: no host has none. Decision 14.
        Assert.True(WantedBy(typeof(System.Management.Automation.PSObject).Assembly) >= WantedBy(AssemblyLoadContext.Default.Assemblies.Single(assembly =>
            assembly.GetName().Name == "PaymentCrypto")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Library, ".."), "Newtonsoft*", SearchOption.AllDirectories));
    }

    private AssemblyLoadContext UseTheEngine()
    {
        using var session = new ModuleSession(store.Path);
        session.Run("Get-PcImportParameters -ReuseLastGeneratedToken").Single();
        return AssemblyLoadContext.All.Single(context => context.Name == "PaymentCrypto");
    }
}
