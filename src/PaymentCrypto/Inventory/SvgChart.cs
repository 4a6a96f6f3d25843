using System.Globalization;
using System.Text;
using PaymentCrypto.Api.Reports;

namespace PaymentCrypto.Inventory;

/// <summary>Draws small charts as SVG that stands in an HTML page. A reader that sees no picture gets the figures as its description.</summary>
internal static class SvgChart
{
    private const int Width = 360;

    /// <summary>Horizontal bars with their figures.</summary>
    /// <param name="id">Unique in the page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="rows">The bars, from the top.</param>
    /// <param name="lastIsRest">Whether the last row is the sum of several: it has a figure and no bar, which would be compared with theirs.</param>
    public static string Bars(string id, string title, IReadOnlyList<(string Name, int Count)> rows, bool lastIsRest)
    {
        const int rowHeight = 27;
        const int labelWidth = 138;
        const int figureWidth = 46;
        const int longestLabel = 21;
        int bars = lastIsRest ? rows.Count - 1 : rows.Count;
        int most = rows.Take(bars).Select(static row => row.Count).DefaultIfEmpty(1).Max();
        StringBuilder svg = Begin(id, title, rows, Math.Max(rowHeight, rows.Count * rowHeight));
        for (int index = 0; index < rows.Count; index++)
        {
            (string name, int count) = rows[index];
            double y = index * rowHeight;
            double width = Math.Max(count == 0 ? 0 : 2, (double)(Width - labelWidth - figureWidth) * count / most);
            string label = name.Length <= longestLabel ? name : name[..(longestLabel - 1)] + "\u2026";
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{HtmlText.Escape(name)}: {count}</title>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"0\" y=\"{y + 17:0.#}\">{HtmlText.Escape(label)}</text>");
            if (index < bars)
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect class=\"track\" x=\"{labelWidth}\" y=\"{y + 5:0.#}\" width=\"{Width - labelWidth - figureWidth}\" height=\"17\" rx=\"4\"/>");
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect class=\"bar\" x=\"{labelWidth}\" y=\"{y + 5:0.#}\" width=\"{width:0.#}\" height=\"17\" rx=\"4\"/>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"figure\" x=\"{Width}\" y=\"{y + 17:0.#}\" text-anchor=\"end\">{count:#,0}</text></g>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>Columns with their figures, for what has an order.</summary>
    /// <param name="id">Unique in the page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="columns">The columns, from the left, each with the class of its colour.</param>
    public static string Columns(string id, string title, IReadOnlyList<(string Name, int Count, string Colour)> columns)
    {
        const int top = 20;
        const int height = 120;
        const int labels = 24;
        int most = Math.Max(1, columns.Max(static column => column.Count));
        double step = (double)Width / columns.Count;
        StringBuilder svg = Begin(id, title, [.. columns.Select(static column => (column.Name, column.Count))], top + height + labels);
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"0\" x2=\"{Width}\" y1=\"{top + height + 0.5}\" y2=\"{top + height + 0.5}\"/>");
        for (int index = 0; index < columns.Count; index++)
        {
            (string name, int count, string colour) = columns[index];
            double drawn = count == 0 ? 0 : Math.Max(3, (double)height * count / most);
            double middle = (index + 0.5) * step;
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{HtmlText.Escape(name)}: {count}</title>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{colour}\" x=\"{middle - (step * 0.34):0.#}\" y=\"{top + height - drawn:0.#}\" "
                + $"width=\"{step * 0.68:0.#}\" height=\"{drawn:0.#}\" rx=\"3\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"figure\" x=\"{middle:0.#}\" y=\"{top + height - drawn - 6:0.#}\" text-anchor=\"middle\">{count:#,0}</text>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"label small\" x=\"{middle:0.#}\" y=\"{top + height + 17}\" text-anchor=\"middle\">{HtmlText.Escape(name)}</text></g>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>One bar whose parts make up the whole.</summary>
    /// <param name="id">Unique in the page.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="parts">The parts, from the left, each with the class of its colour.</param>
    public static string Stack(string id, string title, IReadOnlyList<(string Name, int Count, string Colour)> parts)
    {
        const int barHeight = 26;
        const int rowHeight = 27;
        int total = Math.Max(1, parts.Sum(static part => part.Count));
        StringBuilder svg = Begin(id, title, [.. parts.Select(static part => (part.Name, part.Count))], barHeight + 12 + (parts.Count * rowHeight));
        double x = 0;
        foreach ((string name, int count, string colour) in parts.Where(static part => part.Count > 0))
        {
            double width = (double)Width * count / total;
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{colour}\" x=\"{x:0.#}\" y=\"0\" width=\"{Math.Max(1, width - 2):0.#}\" "
                + $"height=\"{barHeight}\" rx=\"4\"><title>{HtmlText.Escape(name)}: {count}</title></rect>");
            x += width;
        }

        for (int index = 0; index < parts.Count; index++)
        {
            (string name, int count, string colour) = parts[index];
            double y = barHeight + 12 + (index * rowHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{colour}\" x=\"0\" y=\"{y + 6:0.#}\" width=\"12\" height=\"12\" rx=\"3\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"label\" x=\"20\" y=\"{y + 16.5:0.#}\">{HtmlText.Escape(name)}</text>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"figure\" x=\"{Width}\" y=\"{y + 16.5:0.#}\" text-anchor=\"end\">{count:#,0} \u00b7 {(double)count / total:0 %}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static StringBuilder Begin(string id, string title, IReadOnlyList<(string Name, int Count)> figures, int height)
    {
        string told = string.Join(", ", figures.Select(static figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Name}: {figure.Count}")));
        return new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title "
                + $"id=\"{id}-t\">{HtmlText.Escape(title)}</title><desc id=\"{id}-d\">{HtmlText.Escape(told)}</desc>");
    }
}
