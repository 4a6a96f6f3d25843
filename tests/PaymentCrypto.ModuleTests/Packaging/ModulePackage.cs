using System.IO.Compression;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Packaging;

/// <summary>The package that the build has made, or the one in the folder that PAYMENTCRYPTO_PACKAGES names.</summary>
internal static class ModulePackage
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("PAYMENTCRYPTO_PACKAGES")
        ?? Path.Combine(Locations.RepositoryRoot, "artifacts", "package", new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>The one package of the version that the sources have.</summary>
    public static string File { get; } = Path.Combine(Folder, $"PaymentCrypto.{Version}.nupkg");

    /// <summary>The version with its label.</summary>
    public static string Version
    {
        get
        {
            string suffix = Property("VersionSuffix");
            return Property("VersionPrefix") + (suffix.Length > 0 ? "-" + suffix : string.Empty);
        }
    }

    /// <summary>A property of Directory.Build.props.</summary>
    public static string Property(string name) =>
        XElement.Load(Path.Combine(Locations.RepositoryRoot, "Directory.Build.props")).Descendants(name).Single().Value;

    /// <summary>The files of the module, without those that belong to the package format: what an installation leaves.</summary>
    public static IReadOnlyList<ZipArchiveEntry> ModuleFiles(ZipArchive package) =>
    [
        .. package.Entries.Where(entry => !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal)
            && !entry.FullName.StartsWith("package/", StringComparison.Ordinal)
            && entry.FullName is not ("[Content_Types].xml" or "PaymentCrypto.nuspec")),
    ];

    public static ZipArchive Open() => ZipFile.OpenRead(File);

    public static string Text(string path)
    {
        using ZipArchive package = Open();
        using var reader = new StreamReader(package.GetEntry(path)?.Open() ?? throw new InvalidOperationException($"{path} is not in {File}."));
        return reader.ReadToEnd();
    }

    /// <summary>Installs the module below a folder as PSResourceGet does.</summary>
    public static string InstallBelow(string modulePath)
    {
        string target = Path.Combine(modulePath, "PaymentCrypto", Property("VersionPrefix"));
        using ZipArchive package = Open();
        foreach (ZipArchiveEntry entry in ModuleFiles(package))
        {
            string file = Path.Combine(target, Uri.UnescapeDataString(entry.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            entry.ExtractToFile(file);
        }

        return target;
    }
}
