using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using static PaymentCrypto.Packaging.CycloneDxBill;

namespace PaymentCrypto.Packaging;

/// <summary>
/// The bill of materials in CycloneDX 1.6. There is no time in it and its serial number comes from its content, so that the same build gives the same document.
/// </summary>
internal static class CycloneDxDocument
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The document is no part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it.</summary>
    public static string Write(ModuleManifest manifest, string projectUri, BillOfMaterials materials)
    {
        CycloneDxBill bill = new()
        {
            Metadata = new Subject([new Phase("build")], OfModule(manifest, projectUri)),
            Components = [.. materials.OwnFiles.Select(OfFile), .. materials.Packages.Select(OfPackage), OfSqlite(materials.Sqlite)],
            Dependencies = [OfModule(manifest, materials), .. materials.Packages.Select(material => OfPackage(material, materials))],
        };
        byte[] content = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(bill, Format)));
        // A version 8 UUID: 122 bits of our own making.
        content[6] = (byte)((content[6] & 0x0F) | 0x80);
        content[8] = (byte)((content[8] & 0x3F) | 0x80);
        return JsonSerializer.Serialize(bill with { SerialNumber = $"urn:uuid:{new Guid(content.AsSpan(0, 16), bigEndian: true)}" }, Format) + "\n";
    }

    private static Component OfModule(ModuleManifest manifest, string projectUri) => new()
    {
        Type = "library",
        BomRef = Reference(manifest),
        Name = "PaymentCrypto",
        Version = manifest.Version,
        Description = manifest.Description,
        Licenses = Licences("Apache-2.0"),
        Copyright = manifest.Copyright,
        Purl = Reference(manifest),
        ExternalReferences = Website(projectUri),
    };

    private static Component OfFile(PackedFile file) => new()
    {
        Type = "file",
        BomRef = Reference(file),
        Name = file.Path,
        Hashes = [new Hash("SHA-256", file.Sha256)],
    };

    private static Component OfPackage(Material material) => new()
    {
        Type = "library",
        BomRef = material.Package.Purl,
        Publisher = material.Facts.Authors,
        Name = material.Package.Name,
        Version = material.Package.Version,
        // Excluded: none of its files is in the module.
        Scope = material.Files.Count > 0 ? "required" : "excluded",
        Hashes = [new Hash("SHA-512", Convert.ToHexStringLower(material.Package.Sha512))],
        Licenses = Licences(material.Facts.Licence),
        Copyright = material.Facts.Copyright is { Length: > 0 } copyright ? copyright : null,
        Purl = material.Package.Purl,
        ExternalReferences = Website(material.Facts.ProjectUrl),
        Components = material.Files.Count > 0 ? [.. material.Files.Select(OfFile)] : null,
    };

    private static Component OfSqlite(NativeSqlite sqlite) => new()
    {
        Type = "library",
        BomRef = Reference(sqlite),
        Name = "sqlite",
        Version = sqlite.Version,
        Description = "The native library inside SQLitePCLRaw.lib.e_sqlite3.",
        Scope = "required",
        Licenses = Licences(NativeSqlite.Licence),
        Cpe = $"cpe:2.3:a:sqlite:sqlite:{sqlite.Version}:*:*:*:*:*:*:*",
        Purl = Reference(sqlite),
        ExternalReferences = Website(NativeSqlite.ProjectUrl),
    };

    private static Dependency OfModule(ModuleManifest manifest, BillOfMaterials materials) =>
        new(Reference(manifest), [.. materials.OwnFiles.Select(Reference), .. materials.Graph.Direct.Select(package => package.Purl)]);

    private static Dependency OfPackage(Material material, BillOfMaterials materials)
    {
        IEnumerable<string> asked = materials.Graph.DependenciesOf(material.Package).Select(package => package.Purl);
        bool carriesSqlite = material.Files.Any(file => NativeSqlite.IsSqlite(file.Path));
        return new(material.Package.Purl, [.. carriesSqlite ? asked.Append(Reference(materials.Sqlite)) : asked]);
    }

    private static LicenceChoice[]? Licences(string id) => id.Length > 0 ? [new LicenceChoice(new Licence(id))] : null;

    private static Link[]? Website(string url) => url.Length > 0 ? [new Link("website", url)] : null;

    private static string Reference(ModuleManifest manifest) =>
        $"pkg:nuget/PaymentCrypto@{manifest.Version}?repository_url=https://www.powershellgallery.com/api/v2";

    private static string Reference(PackedFile file) => $"file:{file.Path}";

    private static string Reference(NativeSqlite sqlite) => $"pkg:generic/sqlite@{sqlite.Version}";
}
