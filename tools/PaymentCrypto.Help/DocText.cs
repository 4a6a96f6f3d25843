using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PaymentCrypto.Help;

/// <summary>From the XML of a doc comment to paragraphs of plain text.</summary>
internal sealed partial class DocText
{
    private readonly Func<string, string> _nameOf;
    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _current = new();

    private DocText(Func<string, string> nameOf) => _nameOf = nameOf;

    /// <param name="element">A summary, remarks or value; null for none.</param>
    /// <param name="nameOf">What a user calls the code element of a cref.</param>
    public static IReadOnlyList<string> Paragraphs(XElement? element, Func<string, string> nameOf)
    {
        var text = new DocText(nameOf);
        if (element is not null)
        {
            text.Add(element);
            text.Break();
        }

        return text._paragraphs;
    }

    /// <summary>Paragraphs of lines; an empty line parts them.</summary>
    public static IReadOnlyList<string> Paragraphs(IEnumerable<string> lines) =>
        [.. BlankLines().Split(string.Join('\n', lines)).Select(Flat).Where(text => text.Length > 0)];

    private static string Flat(string text) => Spaces().Replace(text, " ").Trim();

    private void Add(XElement element)
    {
        foreach (XNode node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    _current.Append(text.Value);
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    Break();
                    Add(paragraph);
                    Break();
                    break;
                case XElement { Name.LocalName: "item" } item:
                    Break();
                    _current.Append("- ");
                    Add(item);
                    Break();
                    break;
                case XElement { Name.LocalName: "see" or "seealso" } reference when !reference.Nodes().Any():
                    _current.Append(Reference(reference));
                    break;
                case XElement { Name.LocalName: "paramref" or "typeparamref" } parameter:
                    _current.Append(parameter.Attribute("name")?.Value);
                    break;
                case XElement other:
                    Add(other);
                    break;
            }
        }
    }

    private string Reference(XElement reference) =>
        reference.Attribute("cref") is { } code ? _nameOf(code.Value) :
        (reference.Attribute("langword") ?? reference.Attribute("href"))?.Value ?? string.Empty;

    private void Break()
    {
        string text = Flat(_current.ToString());
        _current.Clear();
        if (text.Length > 0)
        {
            _paragraphs.Add(text);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLines();
}
