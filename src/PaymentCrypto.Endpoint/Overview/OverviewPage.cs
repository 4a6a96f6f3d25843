using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Api.Reports;

namespace PaymentCrypto.Endpoint.Overview;

/// <summary>
/// The state of the service as one page of HTML in the look of the inventory report. It has no script, loads nothing, offers nothing to
/// press, and shows public metadata only.
/// </summary>
internal sealed class OverviewPage
{
    /// <summary>The media type.</summary>
    internal const string ContentType = "text/html; charset=utf-8";

    private const int SecondsBetweenUpdates = 5;

    private readonly StringBuilder _html = new(16 * 1024);
    private readonly ServiceState _state;
    private readonly DateTimeOffset _serviceTime;

    private OverviewPage(ServiceState state)
    {
        _state = state;
        _serviceTime = state.Now + state.ClockOffset;
    }

    /// <summary>
    /// What the browser may do with it (CSP level 3): apply this one style sheet, told by its hash, and nothing else. Even if something
    /// had slipped through the escaping, it would neither run nor load nor send. No page of others shows it in a frame.
    /// </summary>
    internal static string ContentSecurityPolicy { get; } = string.Join(
        "; ",
        "default-src 'none'",
        $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Sheet)))}'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");

    /// <summary>The page, in UTF-8.</summary>
    internal static byte[] Of(ServiceState state) => Encoding.UTF8.GetBytes(new OverviewPage(state).Write());

    private static string Figure(long count, bool more = false) => count.ToString(more ? "#,0+" : "#,0", CultureInfo.InvariantCulture);

    private static string LinkTo(AccountScope scope) => $"?account={scope.AccountId}&amp;region={scope.Region}";

    private string Write()
    {
        AccountContents contents = _state.Contents;
        string[] loose = [.. contents.Aliases.Where(static alias => alias.KeyArn is null).Select(static alias => alias.AliasName!)];
        string[] certificates = [.. contents.Keys.Where(static key => key.Certificate is not null).Select(key => OverviewRows.Certificate(key, _serviceTime))];
        string[] tokens = [.. contents.Tokens.Select(token => OverviewRows.Token(token, _serviceTime))];
        string[] keys = [.. contents.Keys.Select(OverviewRows.Key)];
        Head();
        Tiles();
        ClockAndFaults();
        Table("keys", "Keys", keys, ["Key", "Usage", "Algorithm", "State", "KCV", "Exportable", "Tags"], contents.MoreKeys);
        if (loose.Length > 0)
        {
            Line($"<section class=\"card\"><h2>Aliases without a key</h2><p class=\"meta\">{HtmlRow.Tags(loose)}</p></section>");
        }

        Table("tokens", "Import and export tokens", tokens, ["Token", "For", "Algorithm", "State", "Made", "Ends"], contents.MoreTokens);
        if (certificates.Length > 0)
        {
            Table("certificates", "Imported certificates", certificates, ["Subject", "Issuer", "Ends", "Key"]);
        }

        Table("calls", "Latest calls", [.. _state.Calls.Select(OverviewRows.Call)], ["Time", "Operation", "Outcome", "Duration", "Account"]);
        Line("<footer><p>Public metadata only: no key material, PIN or card number. Times are UTC.</p></footer></main></body></html>");
        return _html.ToString();
    }

    private void Head()
    {
        string account = HtmlText.Escape(_state.Scope.AccountId);
        string region = HtmlText.Escape(_state.Scope.Region);
        Line("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        if (_state.Updates)
        {
            Line($"<meta http-equiv=\"refresh\" content=\"{SecondsBetweenUpdates}\"/>");
        }

        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>");
        // The empty icon keeps a browser from asking for /favicon.ico, which would be a call without an operation.
        Line("<link rel=\"icon\" href=\"data:,\"/>");
        Line($"<title>{account}, {region} \u2014 PaymentCrypto</title><style>{HtmlStyle.Sheet}</style></head><body><main>");
        Line($"<header><p class=\"eyebrow\">PaymentCrypto {HtmlText.Escape(_state.Service.Version)}</p>");
        Line($"<h1>Account <span class=\"day\">{account},</span> <span class=\"day\">{region}</span></h1>");
        string store = _state.Service.Store switch { "memory" => "in memory", "backup" => "a backup", _ => "in a directory" };
        string access = _state.Service.ReadOnly ? ", read-only" : string.Empty;
        string update = _state.Updates
            ? $"updates every {SecondsBetweenUpdates} s (<a href=\"{LinkTo(_state.Scope)}&amp;updates=off\">stop</a>)"
            : $"<a href=\"{LinkTo(_state.Scope)}\">update</a>";
        Line($"<p class=\"meta\">{store}{access} \u2014 running for {OverviewText.Duration(_state.Now - _state.Statistics.StartTime)}");
        Line($"\u2014 <span class=\"day\">as of {OverviewText.Time(_state.Now)}</span> \u2014 <span class=\"day\">{update}</span></p>");
        IEnumerable<AccountScope> seen = _state.Calls.Select(static call => call.Scope).OfType<AccountScope>().Append(_state.Service.Scope);
        string[] others =
        [
            .. from scope in seen.Distinct()
               where scope != _state.Scope
               select $"<a class=\"day\" href=\"{LinkTo(scope)}\">{HtmlText.Escape($"{scope.AccountId}, {scope.Region}")}</a>",
        ];
        Line(others.Length == 0 ? "</header>" : $"<p class=\"meta\">Other accounts: {string.Join("; ", others)}</p></header>");
    }

    private void Tiles()
    {
        AccountContents contents = _state.Contents;
        int soon = contents.Tokens.Count(token => !token.Expired && token.ParametersValidUntilTimestamp - _serviceTime < TimeSpan.FromDays(7));
        Line("<section aria-label=\"In figures\"><dl class=\"tiles\">");
        Tile("keys", Figure(contents.Keys.Count, contents.MoreKeys));
        Tile("aliases", Figure(contents.Aliases.Count, contents.MoreAliases));
        Tile("valid tokens", Figure(contents.Tokens.Count(static token => !token.Expired), contents.MoreTokens));
        Tile("tokens end in 7 days", Figure(soon), soon > 0);
        Tile("faults to come", Figure(_state.Faults.Count), _state.Faults.Count > 0);
        Tile("calls answered", Figure(_state.Statistics.Requests));
        Tile("with an error", Figure(_state.Statistics.Errors));
        Tile("open connections", Figure(_state.Statistics.OpenConnections));
        Line("</dl></section>");
    }

    private void Tile(string label, string figure, bool isWarning = false) =>
        Line($"<div class=\"tile{(isWarning ? " warn" : string.Empty)}\"><dt>{label}</dt><dd>{figure}</dd></div>");

    private void ClockAndFaults()
    {
        Line("<section class=\"card\"><h2>Clock and faults</h2><ul class=\"notices\">");
        string by = OverviewText.Duration(_state.ClockOffset.Duration());
        string moved = _state.ClockOffset.Ticks switch { 0 => "the real time", > 0 => $"{by} ahead of the real time", _ => $"{by} behind the real time" };
        Notice(_state.ClockOffset != TimeSpan.Zero, OverviewText.Time(_serviceTime), moved);
        foreach (EndpointFault fault in _state.Faults)
        {
            string kind = fault.Delay > TimeSpan.Zero ? $"{fault.Kind} of {OverviewText.Duration(fault.Delay)}" : $"{fault.Kind}";
            string calls = fault.Calls == 1 ? "the next call" : $"the next {Figure(fault.Calls)} calls";
            Notice(isWarning: true, kind, fault.Operation is null ? $"for {calls}" : $"for {calls} of {fault.Operation}");
        }

        Line(_state.Faults.Count == 0 ? "<li><span class=\"dim\">No fault is to come.</span></li></ul></section>" : "</ul></section>");
    }

    private void Notice(bool isWarning, string what, string text) =>
        Line($"<li{(isWarning ? " class=\"warn\"" : string.Empty)}>"
            + $"<span class=\"what\">{HtmlText.Escape(what)}</span> <span>{HtmlText.Escape(text)}</span></li>");

    private void Table(string id, string heading, string[] rows, string[] columns, bool more = false)
    {
        Line($"<section class=\"card\"><h2 id=\"{id}\">{heading} <span class=\"dim\">{Figure(rows.Length, more)}</span></h2>");
        if (rows.Length > 0)
        {
            Line($"<div class=\"scroll\"><table aria-labelledby=\"{id}\"><thead><tr>");
            Line(string.Concat(columns.Select(static column => $"<th scope=\"col\">{column}</th>")));
            Line($"</tr></thead><tbody>\n{string.Join('\n', rows)}\n</tbody></table></div>");
        }

        Line(more ? "<p class=\"meta\">There are more: the listings of the API have them all.</p></section>" : "</section>");
    }

    private void Line(string html) => _html.Append(html).Append('\n');
}
