using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PaymentCrypto.Packaging;

/// <summary>
/// The views of every room in one file, without the white space and the comments that are there for whoever edits them: PowerShell opens,
/// checks and reads each file at every import, which is a tenth of its time.
/// </summary>
internal static class MergedViews
{
    /// <summary>Writes it.</summary>
    /// <exception cref="PackagingException">A file is no file of views.</exception>
    public static void Write(PackagingOptions options)
    {
        XElement[] sections = [.. options.FormatFiles.SelectMany(SectionsOf)];
        XElement merged = new("Configuration", sections.GroupBy(static section => section.Name)
            .Select(static group => new XElement(group.Key, group.Elements())));
        merged.DescendantNodes().OfType<XComment>().Remove();
        // The same bytes on every platform, line ends in scripts included.
        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None };
        using var writer = XmlWriter.Create(options.Output, settings);
        merged.Save(writer);
    }

    private static IEnumerable<XElement> SectionsOf(string file)
    {
        try
        {
            return XDocument.Load(file).Root is { Name.LocalName: "Configuration" } root
                ? root.Elements()
                : throw new PackagingException($"'{file}' is no file of views: its root is not <Configuration>.");
        }
        catch (XmlException e)
        {
            throw new PackagingException($"'{file}' is no file of views: {e.Message}");
        }
    }
}
