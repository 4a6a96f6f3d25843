using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Packaging;

/// <summary>The notices and the bill of materials against the files in the package, the lock files and what the libraries say of themselves.</summary>
public sealed partial class ProvenanceTests
{
    private static readonly string[] Papers = ["LICENSE", "CHANGELOG.md", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json", "PaymentCrypto.psd1"];

    [Fact]
    public void Every_library_of_others_has_a_notice_with_its_version_and_licence()
    {
        using var directory = new TemporaryDirectory();
        string module = ModulePackage.InstallBelow(directory.Path);
        string[] theirs =
        [
            .. Directory.EnumerateFiles(module, "*", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetExtension(file) is ".dll" or ".so" or ".dylib" && !Path.GetFileName(file).StartsWith("PaymentCrypto", StringComparison.Ordinal)),
        ];
        (string Name, string Version, string Text)[] notices = Notices();

        Assert.NotEmpty(theirs);
        foreach (string file in theirs)
        {
            string path = Path.GetRelativePath(module, file).Replace('\\', '/');
            (string name, string version, string text) =
                Assert.Single(notices, notice => notice.Name != "SQLite" && notice.Text.Contains($" {path}\n", StringComparison.Ordinal));

            Assert.Matches("(?m)^Licence:   (MIT|Apache-2.0)$", text);
            Assert.Equal(Locked()[name], version);
            if (!path.Contains("/native/", StringComparison.Ordinal))
            {
                // Makers write the package's version into one of the two.
                var said = FileVersionInfo.GetVersionInfo(file);
                Assert.Contains(new[] { said.FileVersion, said.ProductVersion }, own => own!.StartsWith(version, StringComparison.Ordinal));
            }
        }

        Assert.Contains("Permission is hereby granted", Assert.Single(notices, notice => notice.Name == "BouncyCastle.Cryptography").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_bill_of_materials_has_every_file_with_its_hash()
    {
        using ZipArchive package = ModulePackage.Open();
        var packed = ModulePackage.ModuleFiles(package).Where(entry => !Papers.Contains(entry.FullName)).ToDictionary(entry => entry.FullName, Sha256);
        var listed = Components(Bill().GetProperty("components")).Where(component => component.GetProperty("type").GetString() == "file")
            .ToDictionary(component => component.GetProperty("name").GetString()!,
                component => component.GetProperty("hashes")[0].GetProperty("content").GetString()!);

        Assert.Equal(packed.OrderBy(file => file.Key, StringComparer.Ordinal), listed.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_bill_of_materials_has_every_locked_package_and_its_graph_is_whole()
    {
        JsonElement bill = Bill();
        JsonElement[] libraries = [.. Components(bill.GetProperty("components")).Where(component => component.GetProperty("type").GetString() == "library")];
        string[] references = [.. Components(bill.GetProperty("components"))
            .Append(bill.GetProperty("metadata").GetProperty("component"))
            .Select(component => component.GetProperty("bom-ref").GetString()!)];
        JsonElement[] edges = [.. bill.GetProperty("dependencies").EnumerateArray()];

        Assert.Equal(
            Locked().Select(package => $"pkg:nuget/{package.Key}@{package.Value}").Order(StringComparer.Ordinal),
            libraries.Select(library => library.GetProperty("purl").GetString()!)
                .Where(purl => purl.StartsWith("pkg:nuget/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(references.Distinct(), references);
        Assert.All(edges, edge => Assert.Contains(edge.GetProperty("ref").GetString(), references));
        Assert.All(edges.SelectMany(edge => edge.GetProperty("dependsOn").EnumerateArray()), target => Assert.Contains(target.GetString(), references));
        Assert.All(libraries.Where(library => library.GetProperty("scope").GetString() == "required"),
            library => Assert.Equal(1, library.GetProperty("licenses").GetArrayLength()));
    }

    [Fact]
    public void The_bill_of_materials_has_no_time_in_it()
    {
        JsonElement bill = Bill();

        Assert.Equal("1.6", bill.GetProperty("specVersion").GetString());
        Assert.False(bill.GetProperty("metadata").TryGetProperty("timestamp", out _));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", bill.GetProperty("serialNumber").GetString());
    }

    [Fact]
    public void The_version_of_SQLite_is_the_one_that_the_library_answers()
    {
        string platform = RuntimeInformation.RuntimeIdentifier;
        Assert.SkipUnless(platform is "linux-x64" or "linux-arm64", "Loads the library for Linux.");
        using var directory = new TemporaryDirectory();
        string library = Path.Combine(ModulePackage.InstallBelow(directory.Path), "lib", "runtimes", platform, "native", "libe_sqlite3.so");
        nint handle = NativeLibrary.Load(library);
        string version =
            Marshal.PtrToStringUTF8(Marshal.GetDelegateForFunctionPointer<LibraryVersion>(NativeLibrary.GetExport(handle, "sqlite3_libversion"))())!;
        NativeLibrary.Free(handle);

        Assert.Single(Components(Bill().GetProperty("components")),
            component => component.GetProperty("bom-ref").GetString() == $"pkg:generic/sqlite@{version}");
        Assert.Single(Notices(), notice => (notice.Name, notice.Version) == ("SQLite", version));
    }

    private static (string Name, string Version, string Text)[] Notices() =>
    [
        .. ModulePackage.Text("THIRD-PARTY-NOTICES.txt").Split(new string('-', 80) + "\n").Skip(1)
            .Select(text => (Head().Match(text), text)).Select(notice => (notice.Item1.Groups[1].Value, notice.Item1.Groups[2].Value, notice.text)),
    ];

    private static JsonElement Bill() => JsonDocument.Parse(ModulePackage.Text("sbom.cdx.json")).RootElement;

    private static IEnumerable<JsonElement> Components(JsonElement list) =>
        list.EnumerateArray().SelectMany(component =>
            component.TryGetProperty("components", out JsonElement inner) ? Components(inner).Prepend(component) : [component]);

    private static Dictionary<string, string> Locked() => new[] { "PaymentCrypto", "PaymentCrypto.Local", "PaymentCrypto.Aws", "PaymentCrypto.Endpoint" }
        .SelectMany(project => JsonDocument.Parse(File.ReadAllText(Path.Combine(Locations.RepositoryRoot, "src", project, "packages.lock.json")))
            .RootElement.GetProperty("dependencies").GetProperty("net8.0").EnumerateObject())
        .Where(package => package.Value.TryGetProperty("resolved", out _))
        .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))
        .Distinct()
        .ToDictionary(StringComparer.Ordinal);

    private static string Sha256(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint LibraryVersion();

    [GeneratedRegex(@"^(\S+) (\S+)\n")]
    private static partial Regex Head();
}
