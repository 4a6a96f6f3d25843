using System.Globalization;
using System.Text;
using PaymentCrypto.Api.Reports;
using PaymentCrypto.Values;

namespace PaymentCrypto.Inventory;

/// <summary>
/// Writes an inventory as one HTML page that needs nothing else: no script, no network. What is counted stands before what is
/// listed, so the rows wait in temporary files until the last one has been counted.
/// </summary>
internal sealed class HtmlInventoryWriter : IInventoryWriter
{
    private const int BlockLength = 64 * 1024;
    private const int MostUsages = 8;

    private readonly StreamWriter _page;
    private readonly string _title;
    private readonly RowSpool _keys = new();
    private readonly RowSpool _tokens = new();
    private readonly InventoryStatistics _statistics = new();

    /// <param name="stream">Where the page goes.</param>
    /// <param name="title">Its heading.</param>
    public HtmlInventoryWriter(Stream stream, string title)
    {
        _page = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BlockLength, leaveOpen: true) { NewLine = "\n" };
        _title = title;
    }

    public void Begin(InventoryOrigin origin) => _statistics.Begin(origin);

    public void Write(KeyInventoryItem item)
    {
        _statistics.Add(item);
        if (item.Kind == InventoryKind.Key)
        {
            _keys.Add(KeyRow(item));
        }
        else if (item.Kind == InventoryKind.Token)
        {
            _tokens.Add(TokenRow(item));
        }
    }

    public void Finish()
    {
        Head();
        Tiles();
        Charts();
        Notices();
        Table("keys", "Keys", "Every key with its usage, algorithm, state, check value, age and tags", _keys,
            ["Key", "Usage", "Algorithm", "State", "KCV", "Exportable", "Created", "Last change", "Tags"]);
        Table("tokens", "Import and export tokens", "Every token of the local engine and when it ends", _tokens,
            ["Token", "For", "Algorithm", "State", "Made", "Ends"]);
        _page.WriteLine("<footer><p>Public metadata only: no key material, no private key, no passphrase. Times are UTC. Written by PaymentCrypto, "
            + "Export-PcKeyInventory.</p></footer>");
        _page.WriteLine("</main></body></html>");
        _page.Flush();
    }

    public void Dispose()
    {
        _page.Dispose();
        _keys.Dispose();
        _tokens.Dispose();
    }

    private static string KeyRow(KeyInventoryItem key) => new HtmlRow()
        .Heading("Key", HtmlRow.KeyName(Split(key.Aliases), key.KeyId))
        .Cell("Usage", HtmlText.Escape(key.Usage is null ? string.Empty : KeyText.Usage(key.Usage)))
        .Cell("Algorithm", HtmlText.Escape(key.Algorithm))
        .Cell("State", Badge(key.State))
        .Cell("KCV", HtmlRow.CheckValue(key.KeyCheckValue))
        .Cell("Exportable", key.Exportable switch { true => "yes", false => "no", null => string.Empty })
        .Cell("Created", When(key.CreateTimestamp, key.AgeDays is { } age ? string.Create(CultureInfo.InvariantCulture, $"{age} d ago") : null))
        .Cell("Last change", key.DeletePendingTimestamp is { } end ? When(end, "to be destroyed") : When(key.LastChangeTimestamp, null))
        .Cell("Tags", HtmlRow.Tags(Split(key.Tags)))
        .ToString();

    private static string TokenRow(KeyInventoryItem token) => new HtmlRow()
        .Heading("Token", $"<code>{HtmlText.Escape(token.Name)}</code>")
        .Cell("For", $"{HtmlText.Escape(token.Direction)} of {HtmlText.Escape(token.KeyMaterialType)}")
        .Cell("Algorithm", HtmlText.Escape(token.Algorithm))
        .Cell("State", Badge(token.State))
        .Cell("Made", When(token.CreateTimestamp, null))
        .Cell("Ends", When(token.ExpiryTimestamp, HtmlRow.Left(token.DaysLeft)))
        .ToString();

    private static string[] Split(string? list) => string.IsNullOrEmpty(list) ? [] : list.Split("; ");

    private static string When(DateTime? time, string? more) => HtmlRow.When(DisplayText.Date(time), more);

    private static string Badge(string? state) => HtmlRow.Badge(state, Colour(state));

    private static string Colour(string? state) => state switch
    {
        "enabled" or "valid" or "reusable" => "good",
        "disabled" => "idle",
        "deleting" or "creating" => "warn",
        "deleted" => "gone",
        "expired" or "failed" => "bad",
        _ => "idle",
    };

    private void Head()
    {
        string title = HtmlText.Escape(_title);
        string scopes = string.Join(", ", _statistics.Places(4).Select(HtmlText.Escape));
        string taken = _statistics.Taken is { } time ? $"<span class=\"day\">taken {DisplayText.Time(time)}</span>" : "empty";
        _page.WriteLine("<!DOCTYPE html>");
        _page.WriteLine("<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        // Even if something had slipped through the escaping, the browser would not run or fetch it.
        _page.WriteLine(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>");
        _page.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>");
        _page.WriteLine($"<title>{title}</title><style>{HtmlStyle.Sheet}</style></head><body><main>");
        _page.WriteLine($"<header><p class=\"eyebrow\">PaymentCrypto</p><h1>{title}</h1><p "
            + $"class=\"meta\">{(scopes.Length == 0 ? string.Empty : scopes + " \u2014 ")}{taken}</p></header>");
    }

    private void Tiles()
    {
        int live = _statistics.States.Total - _statistics.States.Of("deleted") - _statistics.States.Of("failed");
        int soon = _statistics.Ending.Of(InventoryStatistics.Ends[0]) + _statistics.Ending.Of(InventoryStatistics.Ends[1]);
        int ending = soon + _statistics.Ending.Of(InventoryStatistics.Ends[2]);
        (string Label, int Count, string Colour)[] tiles =
        [
            ("keys", live, string.Empty),
            ("enabled", _statistics.States.Of("enabled"), string.Empty),
            ("exportable", _statistics.Exportable, string.Empty),
            ("without an alias", _statistics.WithoutAlias, string.Empty),
            ("aliases", _statistics.Aliases, string.Empty),
            ("tokens", _statistics.Tokens, string.Empty),
            ("being deleted", _statistics.States.Of("deleting"), _statistics.States.Of("deleting") > 0 ? "warn" : string.Empty),
            ("end in 30 days", ending, soon > 0 ? "warn" : string.Empty),
        ];
        _page.WriteLine("<section aria-label=\"In figures\"><dl class=\"tiles\">");
        foreach ((string label, int count, string colour) in tiles)
        {
            _page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<div class=\"tile {colour}\"><dt>{label}</dt><dd>{count:#,0}</dd></div>"));
        }

        _page.WriteLine("</dl></section>");
    }

    private void Charts()
    {
        _page.WriteLine("<section class=\"charts\" aria-label=\"Charts\">");
        if (_statistics.States.Total > 0)
        {
            string[] states = ["enabled", "disabled", "creating", "deleting", "deleted", "failed"];
            Chart("By state", SvgChart.Stack("c-state", "Keys by state", [.. _statistics.States.InOrder(states)
                .Where(static state => state.Count > 0)
                .Select(static state => (state.Name, state.Count, Colour(state.Name)))]));
            Chart("By usage", SvgChart.Bars("c-usage", "Keys by usage", _statistics.Usages.Top(MostUsages), _statistics.Usages.Exceeds(MostUsages)));
            Chart("By algorithm",
                SvgChart.Bars("c-algorithm", "Keys by algorithm", _statistics.Algorithms.Top(MostUsages), _statistics.Algorithms.Exceeds(MostUsages)));
        }

        if (_statistics.KeyAges.Total > 0)
        {
            Chart("Age of the keys", SvgChart.Columns("c-age", "Keys by age",
                [.. _statistics.KeyAges.InOrder(InventoryStatistics.Ages).Select(static age => (age.Name, age.Count, "bar"))]));
        }

        if (_statistics.Ending.Total > 0)
        {
            string[] colours = ["bad", "bad", "warn", "bar", "bar"];
            Chart("What ends: tokens, certificates, deletions", SvgChart.Columns("c-end", "Tokens, certificates and scheduled deletions by when they end",
                [.. _statistics.Ending.InOrder(InventoryStatistics.Ends).Select((end, index) => (end.Name, end.Count, colours[index]))]));
        }

        _page.WriteLine("</section>");
    }

    private void Chart(string caption, string svg) => _page.WriteLine($"<figure><figcaption>{HtmlText.Escape(caption)}</figcaption>{svg}</figure>");

    private void Notices()
    {
        if (_statistics.NoticeCount == 0)
        {
            return;
        }

        _page.WriteLine("<section class=\"card\"><h2>Needs attention</h2><ul class=\"notices\">");
        int shown = 0;
        foreach (InventoryNotice notice in _statistics.Notices)
        {
            shown++;
            string day = notice.When is { } when ? $" <span class=\"dim day\">{DisplayText.Time(when)}</span>" : string.Empty;
            string text = HtmlText.Escape(notice.Text);
            _page.WriteLine($"<li class=\"{notice.Severity}\"><span class=\"what\">{HtmlText.Escape(notice.Name)}</span> <span>{text}</span>{day}</li>");
        }

        if (shown < _statistics.NoticeCount)
        {
            _page.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<li class=\"dim\">and {_statistics.NoticeCount - shown:#,0} more</li>"));
        }

        _page.WriteLine("</ul></section>");
    }

    private void Table(string id, string heading, string caption, RowSpool rows, string[] columns)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _page.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"<section class=\"card\"><h2 id=\"{id}\">{heading} <span class=\"dim\">{rows.Count:#,0}</span></h2>"));
        string head = string.Concat(columns.Select(static column => $"<th scope=\"col\">{column}</th>"));
        _page.WriteLine($"<div class=\"scroll\"><table aria-labelledby=\"{id}\"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>");
        rows.CopyTo(_page);
        _page.WriteLine("</tbody></table></div></section>");
    }
}
