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
    internal static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Sheet)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page, in UTF-8.</summary>
    internal static byte[] Of(ServiceState state) => Encoding.UTF8.GetBytes(new OverviewPage(state).Write());

    private static string Count(int count, bool more) => more ? string.Create(CultureInfo.InvariantCulture, $"{count:#,0}+") : count.ToString("#,0", CultureInfo.InvariantCulture);

    private string Write()
    {
        AccountContents contents = _state.Contents;
        KeyContents[] certificates = [.. contents.Keys.Where(static key => key.Certificate is not null)];
        string[] loose = [.. contents.Aliases.Where(static alias => alias.KeyArn is null).Select(static alias => alias.AliasName!)];
        Head();
        Tiles();
        ClockAndFaults();
        Table("keys", "Keys", contents.MoreKeys, [.. contents.Keys.Select(OverviewRows.Key)], ["Key", "Usage", "Algorithm", "State", "KCV", "Exportable", "Tags"]);
        if (loose.Length > 0)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<section class=\"card\"><h2>Aliases without a key</h2><p class=\"meta\">{HtmlRow.Tags(loose)}</p></section>\n");
        }

        Table("tokens", "Import and export tokens", contents.MoreTokens, [.. contents.Tokens.Select(token => OverviewRows.Token(token, _serviceTime))], ["Token", "For", "Algorithm", "State", "Made", "Ends"]);
        if (certificates.Length > 0)
        {
            Table("certificates", "Imported certificates", more: false, [.. certificates.Select(key => OverviewRows.Certificate(key, _serviceTime))], ["Subject", "Issuer", "Ends", "Key"]);
        }

        Table("calls", "Latest calls", more: false, [.. _state.Calls.Select(OverviewRows.Call)], ["Time", "Operation", "Outcome", "Duration", "Account"]);
        _html.Append("<footer><p>Public metadata only: no key material, PIN or card number. Times are UTC.</p></footer></main></body></html>\n");
        return _html.ToString();
    }

    private void Head()
    {
        string where = HtmlText.Escape($"{_state.Scope.AccountId}, {_state.Scope.Region}");
        string store = _state.Service.Store switch { "memory" => "in memory", "backup" => "a backup", _ => "in a directory" };
        _html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n");
        if (_state.Updates)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{SecondsBetweenUpdates}\"/>");
        }

        // The empty icon keeps a browser from asking for /favicon.ico, which would be a call without an operation.
        _html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/><link rel=\"icon\" href=\"data:,\"/>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<title>{where} \u2014 PaymentCrypto</title><style>{HtmlStyle.Sheet}</style></head><body><main>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<header><p class=\"eyebrow\">PaymentCrypto {HtmlText.Escape(_state.Service.Version)}</p><h1>Account <span class=\"day\">{HtmlText.Escape(_state.Scope.AccountId)},</span> <span class=\"day\">{HtmlText.Escape(_state.Scope.Region)}</span></h1>");
        _html.Append(CultureInfo.InvariantCulture, $"<p class=\"meta\">{store}{(_state.Service.ReadOnly ? ", read-only" : string.Empty)} \u2014 running for {OverviewText.Duration(_state.Now - _state.Statistics.StartTime)} \u2014 ");
        _html.Append(CultureInfo.InvariantCulture, $"<span class=\"day\">as of {OverviewText.Time(_state.Now)}</span> \u2014 ");
        string here = HtmlText.Escape($"?account={_state.Scope.AccountId}&region={_state.Scope.Region}");
        _html.Append(_state.Updates
            ? $"<span class=\"day\">updates every {SecondsBetweenUpdates} s</span> (<a href=\"{here}&amp;updates=off\">stop</a>)"
            : $"<a href=\"{here}\">update</a>");
        _html.Append("</p>");
        AccountScope[] others = [.. _state.Calls.Select(static call => call.Scope).OfType<AccountScope>().Append(_state.Service.Scope).Distinct().Where(scope => scope != _state.Scope)];
        if (others.Length > 0)
        {
            IEnumerable<string> links = others.Select(static other => $"<a href=\"{HtmlText.Escape($"?account={other.AccountId}&region={other.Region}")}\">{HtmlText.Escape($"{other.AccountId}, {other.Region}")}</a>");
            _html.Append(CultureInfo.InvariantCulture, $"<p class=\"meta\">Other accounts that called: {string.Join("; ", links)}</p>");
        }

        _html.Append("</header>\n");
    }

    private void Tiles()
    {
        AccountContents contents = _state.Contents;
        int soon = contents.Tokens.Count(token => !token.Expired && token.ParametersValidUntilTimestamp - _serviceTime < TimeSpan.FromDays(7));
        _html.Append("<section aria-label=\"In figures\"><dl class=\"tiles\">\n");
        Tile("keys", Count(contents.Keys.Count, contents.MoreKeys));
        Tile("aliases", Count(contents.Aliases.Count, contents.MoreAliases));
        Tile("valid tokens", Count(contents.Tokens.Count(static token => !token.Expired), contents.MoreTokens));
        Tile("tokens end in 7 days", Count(soon, more: false), soon > 0);
        Tile("faults to come", Count(_state.Faults.Count, more: false), _state.Faults.Count > 0);
        Tile("calls answered", _state.Statistics.Requests.ToString("#,0", CultureInfo.InvariantCulture));
        Tile("with an error", _state.Statistics.Errors.ToString("#,0", CultureInfo.InvariantCulture));
        Tile("open connections", Count(_state.Statistics.OpenConnections, more: false));
        _html.Append("</dl></section>\n");
    }

    private void Tile(string label, string figure, bool isWarning = false) =>
        _html.Append(CultureInfo.InvariantCulture, $"<div class=\"tile{(isWarning ? " warn" : string.Empty)}\"><dt>{label}</dt><dd>{figure}</dd></div>\n");

    private void ClockAndFaults()
    {
        _html.Append("<section class=\"card\"><h2>Clock and faults</h2><ul class=\"notices\">\n");
        string moved = _state.ClockOffset == TimeSpan.Zero ? "the real time" : $"{OverviewText.Duration(_state.ClockOffset.Duration())} {(_state.ClockOffset > TimeSpan.Zero ? "ahead of" : "behind")} the real time";
        _html.Append(CultureInfo.InvariantCulture, $"<li class=\"{(_state.ClockOffset == TimeSpan.Zero ? string.Empty : "warn")}\"><span class=\"what\">{OverviewText.Time(_serviceTime)}</span> <span>{moved}</span></li>\n");
        foreach (EndpointFault fault in _state.Faults)
        {
            string delay = fault.Delay > TimeSpan.Zero ? $" of {OverviewText.Duration(fault.Delay)}" : string.Empty;
            string calls = fault.Calls == 1 ? "the next call" : string.Create(CultureInfo.InvariantCulture, $"the next {fault.Calls:#,0} calls");
            _html.Append(CultureInfo.InvariantCulture, $"<li class=\"warn\"><span class=\"what\">{fault.Kind}{delay}</span> <span>for {calls}{(fault.Operation is null ? string.Empty : $" of {HtmlText.Escape(fault.Operation)}")}</span></li>\n");
        }

        _html.Append(_state.Faults.Count == 0 ? "<li><span class=\"dim\">No fault is to come.</span></li>\n" : string.Empty);
        _html.Append("</ul></section>\n");
    }

    private void Table(string id, string heading, bool more, IReadOnlyList<string> rows, string[] columns)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<section class=\"card\"><h2 id=\"{id}\">{heading} <span class=\"dim\">{Count(rows.Count, more)}</span></h2>");
        if (rows.Count > 0)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\"><table aria-labelledby=\"{id}\"><thead><tr>");
            foreach (string column in columns)
            {
                _html.Append("<th scope=\"col\">").Append(column).Append("</th>");
            }

            _html.Append("</tr></thead><tbody>\n").AppendJoin('\n', rows).Append("\n</tbody></table></div>");
        }

        _html.Append(more ? "<p class=\"meta\">There are more. The listings of the API and Get-PcKeyInventory have them all.</p></section>\n" : "</section>\n");
    }
}
