using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentCrypto.Packaging;

/// <summary>The bill of materials in CycloneDX 1.6. There is no time in it and its serial number comes from its content, so that the same build gives the same document.</summary>
internal static class CycloneDxDocument
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static string Write(ModuleManifest manifest, string projectUri, BillOfMaterials materials)
    {
        byte[] content = SHA256.HashData(Encoding.UTF8.GetBytes(Write(manifest, projectUri, materials, null)));
        // A version 8 UUID: 122 bits of our own making.
        content[6] = (byte)((content[6] & 0x0F) | 0x80);
        content[8] = (byte)((content[8] & 0x3F) | 0x80);
        return Write(manifest, projectUri, materials, new Guid(content.AsSpan(0, 16), bigEndian: true).ToString()) + "\n";
    }

    private static string Write(ModuleManifest manifest, string projectUri, BillOfMaterials materials, string? serialNumber)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            if (serialNumber is not null)
            {
                json.WriteString("serialNumber", $"urn:uuid:{serialNumber}");
            }

            json.WriteNumber("version", 1);
            Metadata(json, manifest, projectUri);
            json.WriteStartArray("components");
            foreach (PackedFile file in materials.OwnFiles)
            {
                FileComponent(json, file);
            }

            foreach (Material material in materials.Packages)
            {
                Package(json, material);
            }

            Sqlite(json, materials.Sqlite);
            json.WriteEndArray();
            Dependencies(json, Reference(manifest), materials);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Metadata(Utf8JsonWriter json, ModuleManifest manifest, string projectUri)
    {
        json.WriteStartObject("metadata");
        json.WriteStartArray("lifecycles");
        json.WriteStartObject();
        json.WriteString("phase", "build");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("component");
        json.WriteString("type", "library");
        json.WriteString("bom-ref", Reference(manifest));
        json.WriteString("name", "PaymentCrypto");
        json.WriteString("version", manifest.Version);
        json.WriteString("description", manifest.Description);
        Licences(json, "Apache-2.0");
        json.WriteString("copyright", manifest.Copyright);
        json.WriteString("purl", Reference(manifest));
        Website(json, projectUri);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void FileComponent(Utf8JsonWriter json, PackedFile file)
    {
        json.WriteStartObject();
        json.WriteString("type", "file");
        json.WriteString("bom-ref", FileReference(file));
        json.WriteString("name", file.Path);
        Hash(json, "SHA-256", file.Sha256);
        json.WriteEndObject();
    }

    private static void Package(Utf8JsonWriter json, Material material)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", material.Package.Purl);
        json.WriteString("publisher", material.Facts.Authors);
        json.WriteString("name", material.Package.Name);
        json.WriteString("version", material.Package.Version);
        // Excluded: none of its files is in the module.
        json.WriteString("scope", material.Files.Count > 0 ? "required" : "excluded");
        Hash(json, "SHA-512", Convert.ToHexStringLower(material.Package.Sha512));
        Licences(json, material.Facts.Licence);
        if (material.Facts.Copyright.Length > 0)
        {
            json.WriteString("copyright", material.Facts.Copyright);
        }

        json.WriteString("purl", material.Package.Purl);
        Website(json, material.Facts.ProjectUrl);
        if (material.Files.Count > 0)
        {
            json.WriteStartArray("components");
            foreach (PackedFile file in material.Files)
            {
                FileComponent(json, file);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Sqlite(Utf8JsonWriter json, NativeSqlite sqlite)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", SqliteReference(sqlite));
        json.WriteString("name", "sqlite");
        json.WriteString("version", sqlite.Version);
        json.WriteString("description", "The native library inside SQLitePCLRaw.lib.e_sqlite3.");
        json.WriteString("scope", "required");
        Licences(json, NativeSqlite.Licence);
        json.WriteString("cpe", $"cpe:2.3:a:sqlite:sqlite:{sqlite.Version}:*:*:*:*:*:*:*");
        json.WriteString("purl", SqliteReference(sqlite));
        Website(json, NativeSqlite.ProjectUrl);
        json.WriteEndObject();
    }

    private static void Dependencies(Utf8JsonWriter json, string module, BillOfMaterials materials)
    {
        json.WriteStartArray("dependencies");
        Dependency(json, module, [.. materials.OwnFiles.Select(FileReference), .. materials.Graph.Direct.Select(package => package.Purl)]);
        foreach (Material material in materials.Packages)
        {
            bool carriesSqlite = material.Files.Any(file => NativeSqlite.IsSqlite(file.Path));
            IEnumerable<string> asked = materials.Graph.DependenciesOf(material.Package).Select(package => package.Purl);
            Dependency(json, material.Package.Purl, carriesSqlite ? asked.Append(SqliteReference(materials.Sqlite)) : asked);
        }

        json.WriteEndArray();
    }

    private static void Dependency(Utf8JsonWriter json, string reference, IEnumerable<string> dependsOn)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (string other in dependsOn)
        {
            json.WriteStringValue(other);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Hash(Utf8JsonWriter json, string algorithm, string content)
    {
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", algorithm);
        json.WriteString("content", content);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Licences(Utf8JsonWriter json, string id)
    {
        if (id.Length == 0)
        {
            return;
        }

        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteStartObject("license");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Website(Utf8JsonWriter json, string url)
    {
        if (url.Length > 0)
        {
            json.WriteStartArray("externalReferences");
            json.WriteStartObject();
            json.WriteString("type", "website");
            json.WriteString("url", url);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static string Reference(ModuleManifest manifest) => $"pkg:nuget/PaymentCrypto@{manifest.Version}?repository_url=https://www.powershellgallery.com/api/v2";

    private static string FileReference(PackedFile file) => $"file:{file.Path}";

    private static string SqliteReference(NativeSqlite sqlite) => $"pkg:generic/sqlite@{sqlite.Version}";
}
