using System.Collections;
using System.IO.Compression;
using System.Management.Automation.Language;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Packaging;

public sealed class PackageContentTests
{
    private const long SizeLimit = 15_000_000;
    private const int TagLimit = 4000;

    [Fact]
    public void The_package_is_small() => Assert.InRange(new FileInfo(ModulePackage.File).Length, 1, SizeLimit);

    [Fact]
    public void It_has_the_staged_module_and_the_papers_and_nothing_else()
    {
        using ZipArchive package = ModulePackage.Open();
        IEnumerable<string> staged = Directory.EnumerateFiles(Locations.StagedModule, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Locations.StagedModule, file).Replace('\\', '/'));

        Assert.Equal(
            [.. staged.Concat(["LICENSE", "CHANGELOG.md", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"]).Order(StringComparer.Ordinal)],
            ModulePackage.ModuleFiles(package).Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    // The SDK of PowerShell and its Windows-only management runtime (MMI), which has terms of its own, are for Shell and tests.
    [Fact]
    public void Nothing_of_PowerShell_itself_is_shipped()
    {
        using ZipArchive package = ModulePackage.Open();

        Assert.DoesNotContain(
            package.Entries.Select(entry => entry.Name),
            name => name.StartsWith("Microsoft.Management", StringComparison.OrdinalIgnoreCase) || name.StartsWith("mi.", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("Microsoft.PowerShell", StringComparison.OrdinalIgnoreCase)
                    || name.StartsWith("System.Management.Automation", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("pwrshplugin", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Native_libraries_are_there_for_six_platforms()
    {
        using ZipArchive package = ModulePackage.Open();

        Assert.Equal(
            [
                "lib/runtimes/linux-arm64/native/libe_sqlite3.so", "lib/runtimes/linux-x64/native/libe_sqlite3.so",
                "lib/runtimes/osx-arm64/native/libe_sqlite3.dylib", "lib/runtimes/osx-x64/native/libe_sqlite3.dylib",
                "lib/runtimes/win-arm64/native/e_sqlite3.dll", "lib/runtimes/win-x64/native/e_sqlite3.dll",
            ],
            package.Entries.Select(entry => entry.FullName).Where(name => name.Contains("/runtimes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nuspec_and_manifest_say_the_same()
    {
        XElement metadata = XElement.Parse(ModulePackage.Text("PaymentCrypto.nuspec")).Elements().Single(element => element.Name.LocalName == "metadata");
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Hashtable manifest = Manifest();
        var published = (Hashtable)((Hashtable)manifest["PrivateData"]!)["PSData"]!;

        Assert.Equal("PaymentCrypto", Value("id"));
        Assert.Equal(ModulePackage.Version, Value("version"));
        Assert.Equal($"{manifest["ModuleVersion"]}-{published["Prerelease"]}".TrimEnd('-'), Value("version"));
        Assert.Equal(manifest["Author"], Value("authors"));
        Assert.Equal(manifest["CompanyName"], Value("owners"));
        Assert.Equal(manifest["Description"], Value("description"));
        Assert.Equal(manifest["Copyright"], Value("copyright"));
        Assert.Equal(published["LicenseUri"], Value("licenseUrl"));
        Assert.Equal(((string)published["ReleaseNotes"]!).ReplaceLineEndings("\n"), Value("releaseNotes").ReplaceLineEndings("\n"));
        Assert.True(Guid.TryParse((string)manifest["GUID"]!, out _));
        // A dependency would make PSResourceGet look for a module of that name.
        Assert.DoesNotContain(metadata.Elements(), element => element.Name.LocalName == "dependencies" && element.HasElements);
        Assert.Equal(ModulePackage.Property("ProjectUri"), published["ProjectUri"] ?? string.Empty);
    }

    [Fact]
    public void Every_cmdlet_can_be_found_by_its_name_in_the_gallery()
    {
        string tags = XElement.Parse(ModulePackage.Text("PaymentCrypto.nuspec")).Descendants().Single(element => element.Name.LocalName == "tags").Value;
        string[] all = tags.Split(' ');

        Assert.InRange(tags.Length, 1, TagLimit);
        Assert.Empty(new[] { "PSModule", "PSEdition_Core", "PSIncludes_Cmdlet", "Windows", "Linux", "MacOS" }.Except(all));
        Assert.Equal(((object[])Manifest()["CmdletsToExport"]!).Select(name => $"PSCommand_{name}"),
            all.Where(tag => tag.StartsWith("PSCommand_", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_release_notes_are_what_the_changelog_says_of_this_version()
    {
        string notes = (string)((Hashtable)((Hashtable)Manifest()["PrivateData"]!)["PSData"]!)["ReleaseNotes"]!;
        string changelog = File.ReadAllText(Path.Combine(Locations.RepositoryRoot, "CHANGELOG.md")).ReplaceLineEndings("\n");
        int start = changelog.IndexOf($"## [{ModulePackage.Version}]", StringComparison.Ordinal);
        start = start >= 0 ? start : changelog.IndexOf("## [Unreleased]", StringComparison.Ordinal);

        Assert.Contains("- `Get-Pc", notes, StringComparison.Ordinal);
        Assert.StartsWith(notes.ReplaceLineEndings("\n"), changelog[(changelog.IndexOf('\n', start) + 1)..].TrimStart('\n'), StringComparison.Ordinal);
        Assert.Equal(changelog, ModulePackage.Text("CHANGELOG.md").ReplaceLineEndings("\n"));
        Assert.Equal(File.ReadAllText(Path.Combine(Locations.RepositoryRoot, "LICENSE")).ReplaceLineEndings("\n"),
            ModulePackage.Text("LICENSE").ReplaceLineEndings("\n"));
    }

    private static Hashtable Manifest()
    {
        ScriptBlockAst script = Parser.ParseInput(ModulePackage.Text("PaymentCrypto.psd1"), out _, out ParseError[] errors);
        Assert.Empty(errors);
        return (Hashtable)script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
    }
}
