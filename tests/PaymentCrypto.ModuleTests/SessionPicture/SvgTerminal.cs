using System.Globalization;
using System.Xml.Linq;

namespace PaymentCrypto.ModuleTests.SessionPicture;

/// <summary>Draws a terminal with text in it as an SVG that follows the reader's light or dark setting.</summary>
internal static class SvgTerminal
{
    private const double ColumnWidth = 8.4;
    private const int LineHeight = 20;
    private const int Margin = 20;
    private const int TitleBar = 38;

    private const string Css = """

            .frame { fill: #ffffff; stroke: #d0d7de; }
            .bar { fill: #f3f4f6; }
            .name { fill: #57606a; font: 12.5px system-ui, -apple-system, "Segoe UI", sans-serif; }
            text { fill: #1f2328; font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; white-space: pre; }
            .bold { font-weight: 700; }
            .italic { font-style: italic; }
            .dim, .black { fill: #59636e; }
            .red { fill: #b42318; }
            .green { fill: #116329; }
            .yellow { fill: #8a5200; }
            .blue { fill: #0550ae; }
            .magenta { fill: #8250df; }
            .cyan { fill: #0a6b75; }
            @media (prefers-color-scheme: dark) {
              .frame { fill: #0d1117; stroke: #30363d; }
              .bar { fill: #161b22; }
              .name { fill: #9198a1; }
              text { fill: #e6edf3; }
              .dim, .black { fill: #9198a1; }
              .red { fill: #ff7b72; }
              .green { fill: #7ee787; }
              .yellow { fill: #f2cc60; }
              .blue { fill: #79c0ff; }
              .magenta { fill: #d2a8ff; }
              .cyan { fill: #76e3ea; }
            }

        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="columns">The width of the terminal.</param>
    /// <param name="title">What the picture is, for those who don't see it.</param>
    /// <param name="description">What happens in it.</param>
    public static string Draw(IReadOnlyList<IReadOnlyList<StyledText>> lines, int columns, string title, string description)
    {
        double width = Math.Ceiling((columns * ColumnWidth) + (2 * Margin));
        int height = TitleBar + (lines.Count * LineHeight) + Margin + 10;
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {height}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", height),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title description"),
            new XElement(Svg + "title", new XAttribute("id", "title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "description"), description),
            new XElement(Svg + "style", Css),
            Rectangle("frame", 0.5, 0.5, width - 1, height - 1, 10),
            new XElement(Svg + "path", new XAttribute("class", "bar"),
                new XAttribute("d", $"M1 {TitleBar}V10.5A9.5 9.5 0 0 1 10.5 1H{Number(width - 10.5)}A9.5 9.5 0 0 1 {Number(width - 1)} 10.5V{TitleBar}Z")),
            Dot(22, "#ff5f57"),
            Dot(42, "#febc2e"),
            Dot(62, "#28c840"),
            new XElement(Svg + "text", new XAttribute("class", "name"), new XAttribute("x", Number(width / 2)), new XAttribute("y", 24),
                new XAttribute("text-anchor", "middle"), "PaymentCrypto"),
            lines.Select(Line));
        return picture + "\n";
    }

    private static XElement? Line(IReadOnlyList<StyledText> texts, int index)
    {
        if (texts.Count == 0)
        {
            return null;
        }

        var line = new XElement(Svg + "text", new XAttribute("y", TitleBar + 24 + (index * LineHeight)));
        int column = 0;
        foreach (StyledText part in texts)
        {
            string shown = part.Text.TrimStart(' ');
            int start = column + part.Text.Length - shown.Length;
            column += part.Text.Length;
            shown = shown.TrimEnd(' ');
            if (shown.Length > 0)
            {
                // Each part says where it is and how wide, so that columns line up in any font.
                line.Add(new XElement(
                    Svg + "tspan",
                    part.Style.Length > 0 ? new XAttribute("class", part.Style) : null,
                    new XAttribute("x", Number(Margin + (start * ColumnWidth))),
                    new XAttribute("textLength", Number(shown.Length * ColumnWidth)),
                    new XAttribute("lengthAdjust", "spacingAndGlyphs"),
                    shown));
            }
        }

        return line;
    }

    private static XElement Rectangle(string style, double x, double y, double width, double height, double radius) => new(
        Svg + "rect",
        new XAttribute("class", style),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        new XAttribute("rx", Number(radius)));

    private static XElement Dot(int x, string colour) =>
        new(Svg + "circle", new XAttribute("cx", x), new XAttribute("cy", 20), new XAttribute("r", 6), new XAttribute("fill", colour));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
