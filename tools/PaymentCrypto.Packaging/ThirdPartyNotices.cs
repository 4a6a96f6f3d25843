using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PaymentCrypto.Packaging;

/// <summary>The notices that the licences of others ask for.</summary>
internal static class ThirdPartyNotices
{
    private static readonly string Line = new('-', 80);

    /// <summary>Writes them.</summary>
    public static string Write(string version, BillOfMaterials materials)
    {
        var text = new StringBuilder();
        text.Append("THIRD-PARTY NOTICES\n\n")
            .Append(CultureInfo.InvariantCulture, $"PaymentCrypto {version} is licensed under the Apache License 2.0 (see LICENSE). It contains the software\n")
            .Append("of others below, each under its own licence. Hashes and the dependency graph are in sbom.cdx.json.\n");
        foreach (Material material in materials.Shipped)
        {
            string copyright = Copyright(material);
            Entry(text, material.Package.Name, material.Package.Version, material.Facts.Licence, copyright, material.Facts.ProjectUrl, material.Files);
            text.Append('\n').Append(material.Facts.LicenceText?.ReplaceLineEndings("\n").Trim() ?? Licence(material.Facts.Licence, copyright)).Append('\n');
        }

        Entry(text, "SQLite", materials.Sqlite.Version, NativeSqlite.Licence, string.Empty, NativeSqlite.ProjectUrl,
            [.. materials.Shipped.SelectMany(material => material.Files).Where(file => NativeSqlite.IsSqlite(file.Path))]);
        return text.Append('\n').Append(LicenceTexts.Of(NativeSqlite.Licence)).Append('\n').ToString();
    }

    private static void Entry(StringBuilder text, string name, string version, string licence, string copyright, string project,
        IReadOnlyList<PackedFile> files)
    {
        text.Append('\n')
            .Append(Line)
            .Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{name} {version}\n\n")
            .Append(CultureInfo.InvariantCulture, $"Licence:   {licence}\n");
        if (copyright.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Copyright: {copyright}\n");
        }

        if (project.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Project:   {project}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Files:     {string.Join("\n           ", files.Select(file => file.Path))}\n");
    }

    // Where the package has none, the one in its first assembly.
    private static string Copyright(Material material)
    {
        string copyright = material.Facts.Copyright;
        copyright = copyright.Length > 0 ? copyright : FileVersionInfo.GetVersionInfo(material.Files[0].Source).LegalCopyright ?? string.Empty;
        return copyright.Length > 0 ? copyright : material.Facts.Authors;
    }

    private static string Licence(string licence, string copyright) =>
        licence == "MIT" ? $"{copyright}\n\n{LicenceTexts.Of(licence)}" : LicenceTexts.Of(licence);
}
