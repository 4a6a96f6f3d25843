using System.Text;

namespace PaymentCrypto.Api.Reports;

/// <summary>
/// A row of a table that stands on a phone as a card, each cell with its label before it. What it takes is HTML: text goes through
/// <see cref="HtmlText.Escape"/> first.
/// </summary>
public sealed class HtmlRow
{
    private readonly StringBuilder _html = new("<tr>");

    /// <summary>Adds the cell that names the row.</summary>
    /// <param name="label">What stands before it on a phone.</param>
    /// <param name="html">What is in it.</param>
    public HtmlRow Heading(string label, string html)
    {
        _html.Append("<th scope=\"row\" data-label=\"").Append(label).Append("\">").Append(html).Append("</th>");
        return this;
    }

    /// <summary>Adds a cell. An empty one takes no room on a phone.</summary>
    /// <param name="label">What stands before it on a phone.</param>
    /// <param name="html">What is in it.</param>
    public HtmlRow Cell(string label, string html)
    {
        if (html.Length == 0)
        {
            _html.Append("<td class=\"empty\"></td>");
        }
        else
        {
            _html.Append("<td data-label=\"").Append(label).Append("\">").Append(html).Append("</td>");
        }

        return this;
    }

    /// <summary>The row.</summary>
    public override string ToString() => _html + "</tr>";

    /// <summary>The name of a key: its aliases, of which short ones are not broken, over its id.</summary>
    /// <param name="aliases">The aliases.</param>
    /// <param name="keyId">The id.</param>
    public static string KeyName(IReadOnlyCollection<string> aliases, string? keyId) =>
        (aliases.Count == 0 ? "<span class=\"dim\">no alias</span>" : string.Join("<br/>", aliases.Select(Alias)))
        + $"<span class=\"id\">{HtmlText.Escape(keyId)}</span>";

    /// <summary>A state in a word.</summary>
    /// <param name="state">The word; empty for none.</param>
    /// <param name="colour">One of good, idle, warn, bad and gone.</param>
    public static string Badge(string? state, string colour) =>
        string.IsNullOrEmpty(state) ? string.Empty : $"<span class=\"badge {colour}\">{HtmlText.Escape(state)}</span>";

    /// <summary>A day or time, which is not broken, and what there is to say about it.</summary>
    /// <param name="time">The time as text; empty for none.</param>
    /// <param name="more">What there is to say; null for nothing.</param>
    public static string When(string time, string? more)
    {
        string said = more is null ? string.Empty : $" <span class=\"more\">{HtmlText.Escape(more)}</span>";
        return time.Length == 0 ? string.Empty : $"<span><span class=\"day\">{HtmlText.Escape(time)}</span>{said}</span>";
    }

    /// <summary>A check value.</summary>
    /// <param name="value">Its hex digits; empty for none.</param>
    public static string CheckValue(string? value) => string.IsNullOrEmpty(value) ? string.Empty : $"<code class=\"kcv\">{HtmlText.Escape(value)}</code>";

    /// <summary>Tags.</summary>
    /// <param name="tags">Each as text; empty for none.</param>
    public static string Tags(IReadOnlyCollection<string> tags) => tags.Count == 0
        ? string.Empty
        : $"<span>{string.Concat(tags.Select(static tag => $"<span class=\"tag\">{HtmlText.Escape(tag)}</span>"))}</span>";

    /// <summary>What is left until an end.</summary>
    /// <param name="days">Whole days; negative once it has ended; null when it does not.</param>
    public static string? Left(int? days) => days switch
    {
        null => null,
        < 0 => "ended",
        0 => "less than a day left",
        { } left => $"{left} d left",
    };

    // A browser breaks lines at hyphens, of which aliases are full. Only what would not fit a column may be broken.
    private static string Alias(string alias)
    {
        const int longestUnbroken = 40;
        return alias.Length > longestUnbroken ? HtmlText.Escape(alias) : $"<span class=\"alias\">{HtmlText.Escape(alias)}</span>";
    }
}
