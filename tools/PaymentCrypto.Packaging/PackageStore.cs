using System.Security.Cryptography;
using System.Xml.Linq;

namespace PaymentCrypto.Packaging;

/// <summary>The folders in which NuGet has unpacked packages.</summary>
internal sealed class PackageStore(IReadOnlyList<string> folders)
{
    /// <summary>The hash of every file of a package that could be in a module.</summary>
    public IReadOnlySet<string> FileHashes(LockedPackage package) => Directory
        .EnumerateFiles(FolderOf(package), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".dll" or ".so" or ".dylib")
        .Select(Sha256)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>What a package says of itself.</summary>
    public PackageFacts FactsOf(LockedPackage package)
    {
        string folder = FolderOf(package);
        XElement metadata = XElement.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Elements().Single(element => element.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        string? licence =
            metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression")?.Value;
        string? text =
            Directory.EnumerateFiles(folder).FirstOrDefault(file => Path.GetFileName(file).StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase));
        return new PackageFacts(
            licence ?? string.Empty,
            Value("authors") ?? string.Empty,
            Value("copyright") ?? string.Empty,
            Value("projectUrl")
                ?? metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "repository")?.Attribute("url")?.Value
                ?? string.Empty,
            text is null ? null : File.ReadAllText(text));
    }

    /// <summary>A file's SHA-256 in lower-case hexadecimal.</summary>
    public static string Sha256(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string FolderOf(LockedPackage package) =>
#pragma warning disable CA1308 // NuGet's folders are lower case
        folders.Select(folder => Path.Combine(folder, package.Name.ToLowerInvariant(), package.Version.ToLowerInvariant())).FirstOrDefault(Directory.Exists)
#pragma warning restore CA1308
        ?? throw new PackagingException($"{package.Name} {package.Version} is not restored in {string.Join(" or ", folders)}.");
}
