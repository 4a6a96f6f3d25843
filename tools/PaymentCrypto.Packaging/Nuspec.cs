using System.Xml.Linq;

namespace PaymentCrypto.Packaging;

/// <summary>The nuspec of a module, as Publish-PSResource would write it.</summary>
internal static class Nuspec
{
    // A longer list of tags is refused.
    private const int TagLimit = 4000;

    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    /// <summary>Writes it.</summary>
    /// <param name="manifest">The module's manifest.</param>
    /// <param name="projectUri">Where the project is on the web; empty when it is nowhere.</param>
    public static string Write(ModuleManifest manifest, string projectUri)
    {
        XElement?[] metadata =
        [
            Element("id", "PaymentCrypto"),
            Element("version", manifest.Version),
            Element("authors", manifest.Author),
            Element("owners", manifest.CompanyName),
            Element("requireLicenseAcceptance", "false"),
            Element("licenseUrl", manifest.LicenseUri),
            projectUri.Length > 0 ? Element("projectUrl", projectUri) : null,
            Element("description", manifest.Description),
            Element("releaseNotes", manifest.ReleaseNotes),
            Element("copyright", manifest.Copyright),
            Element("tags", Tags(manifest)),
        ];
        var files = new XElement(Schema + "files", new XElement(Schema + "file", new XAttribute("src", "**"), new XAttribute("target", string.Empty)));
        return new XElement(Schema + "package", new XElement(Schema + "metadata", metadata), files).ToString() + "\n";
    }

    // Commands are found by PSCommand_ tags; those that tell cmdlets from functions are a second choice when there is no room for both.
    private static string Tags(ModuleManifest manifest)
    {
        string[] general = ["PSModule", .. manifest.Tags, "PSIncludes_Cmdlet"];
        IEnumerable<string> commands = manifest.Cmdlets.Select(name => $"PSCommand_{name}");
        string all = string.Join(' ', [.. general, .. manifest.Cmdlets.Select(name => $"PSCmdlet_{name}"), .. commands]);
        string tags = all.Length <= TagLimit ? all : string.Join(' ', [.. general, .. commands]);
        return tags.Length <= TagLimit
            ? tags
            : throw new PackagingException($"The tags are {tags.Length} characters long, more than the {TagLimit} that the gallery takes.");
    }

    private static XElement Element(string name, string value) => new(Schema + name, value);
}
