using System.Diagnostics;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Packaging;

/// <summary>What the build's packaging tool makes of other inputs than this build's.</summary>
public sealed class PackagingToolTests
{
    private static readonly string Tool = Path.Combine(Locations.RepositoryRoot, "artifacts", "bin", "PaymentCrypto.Packaging",
        new DirectoryInfo(AppContext.BaseDirectory).Name, "PaymentCrypto.Packaging.dll");

    [Fact]
    public async Task The_address_of_the_project_is_in_manifest_nuspec_and_bill_of_materials_once_there_is_one()
    {
        using var directory = new TemporaryDirectory();

        (int exitCode, string error) = await Pack(directory, projectUri: "https://payments.example/it's");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Contains("ProjectUri   = 'https://payments.example/it''s'", await Read(directory, "module/PaymentCrypto.psd1"), StringComparison.Ordinal);
        Assert.Contains("<projectUrl>https://payments.example/it's</projectUrl>", await Read(directory, "module.nuspec"), StringComparison.Ordinal);
        Assert.Contains("\"url\": \"https://payments.example/it's\"", await Read(directory, "module/sbom.cdx.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_the_changelog_says_nothing_about_is_not_packed()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.Combine("CHANGELOG.md"), "# Changelog\n\n## [Unreleased]\n\n## [0.0.1]\n\n- Old.\n",
            TestContext.Current.CancellationToken);

        (int exitCode, string error) = await Pack(directory, changelog: directory.Combine("CHANGELOG.md"));

        Assert.Equal(1, exitCode);
        Assert.Contains($"CHANGELOG.md says nothing about {ModulePackage.Version}", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.Combine("module")));
    }

    [Fact]
    public async Task A_library_that_no_locked_package_has_is_not_packed()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.Combine("Stranger.dll"), "MZ", TestContext.Current.CancellationToken);

        (int exitCode, string error) = await Pack(directory, extraFile: $"lib/Stranger.dll|{directory.Combine("Stranger.dll")}");

        Assert.Equal(1, exitCode);
        Assert.Contains("lib/Stranger.dll", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.Combine("module")));
    }

    [Theory]
    [InlineData("NestedModules = 'x'; ModuleVersion = '0.1.0'; Prerelease = 'a'", "ScriptsToProcess")]
    [InlineData("ScriptsToProcess = 'x'; NestedModules = 'x'; ModuleVersion = '0.1.0'; @{ ", "no data file")]
    public async Task A_manifest_that_cannot_be_staged_is_an_error_of_the_build(string entries, string mentions)
    {
        using var directory = new TemporaryDirectory();
        string manifest = directory.Combine("Root.psd1");
        await File.WriteAllTextAsync(manifest, $"@{{ {entries}; PrivateData = @{{ PSData = @{{ }} }} }}", TestContext.Current.CancellationToken);

        (int exitCode, string error) = await Run(["stage", "--root-manifest", manifest, "--manifest", directory.Combine("Staged.psd1"),
            "--version", "0.1.0", "--root-module", "X.dll", "--types", "X.Types.ps1xml", "--formats", "X.Format.ps1xml"]);

        Assert.Equal(1, exitCode);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
        Assert.False(File.Exists(directory.Combine("Staged.psd1")));
    }

    [Theory]
    [InlineData("<Types />", "<Configuration>")]
    [InlineData("<Configuration>", "no file of views")]
    public async Task A_file_that_has_no_views_is_an_error_of_the_build(string text, string mentions)
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.Combine("X.Format.ps1xml"), text, TestContext.Current.CancellationToken);

        (int exitCode, string error) = await Run(["views", "--output", directory.Combine("Merged.ps1xml"), "--formats", directory.Combine("X.Format.ps1xml")]);

        Assert.Equal(1, exitCode);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
        Assert.False(File.Exists(directory.Combine("Merged.ps1xml")));
    }

    private static async Task<(int ExitCode, string Error)> Pack(TemporaryDirectory directory, string projectUri = "", string? changelog = null,
        string? extraFile = null)
    {
        string root = Locations.RepositoryRoot;
        IEnumerable<string> files = Directory.EnumerateFiles(Locations.StagedModule, "*", SearchOption.AllDirectories)
            .Where(file => file != Locations.StagedManifest)
            .Select(file => $"{Path.GetRelativePath(Locations.StagedModule, file).Replace('\\', '/')}|{file}");
        await File.WriteAllLinesAsync(directory.Combine("files.txt"), extraFile is null ? files : files.Append(extraFile),
            TestContext.Current.CancellationToken);
        string[] lockFiles = [.. new[] { "PaymentCrypto", "PaymentCrypto.Local", "PaymentCrypto.Aws",
            "PaymentCrypto.Endpoint" }.Select(project => Path.Combine(root, "src", project, "packages.lock.json"))];
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string[] arguments =
        [
            "pack", "--module-files", directory.Combine("files.txt"), "--manifest", Locations.StagedManifest, "--output", directory.Combine("module"),
            "--nuspec", directory.Combine("module.nuspec"), "--version", ModulePackage.Version, "--project-uri", projectUri,
            "--changelog", changelog ?? Path.Combine(root, "CHANGELOG.md"), "--license", Path.Combine(root, "LICENSE"),
            "--lock-files", string.Join(';', lockFiles), "--package-folders", packages,
        ];
        return await Run(arguments);
    }

    private static async Task<(int ExitCode, string Error)> Run(string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Tool, .. arguments]) { RedirectStandardError = true, UseShellExecute = false })!;
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }

    private static Task<string> Read(TemporaryDirectory directory, string path) =>
        File.ReadAllTextAsync(directory.Combine(path), TestContext.Current.CancellationToken);
}
