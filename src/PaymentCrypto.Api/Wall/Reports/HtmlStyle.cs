namespace PaymentCrypto.Api.Reports;

/// <summary>How the inventory report and the server's page look: on a desk and on a phone, light and dark, and on paper.</summary>
public static class HtmlStyle
{
    /// <summary>The style sheet, its lines ended by LF.</summary>
    public static string Sheet { get; } = Text.ReplaceLineEndings("\n");

    // With the line ends that a browser reads, whatever the checkout has: a content security policy names its hash.
    private const string Text =
        """
        :root{color-scheme:light dark;--bg:#f4f6f9;--card:#fff;--line:#dfe4ec;--ink:#16202e;--dim:#5a6677;--bar:#2f6fde;--track:#edf1f7;--good:#1d7f4f;
            --idle:#7a8698;--warn:#b45f06;--bad:#c02b2b;--gone:#a9b2bf;--head:#f8fafc}
        @media (prefers-color-scheme:dark){:root{--bg:#10151c;--card:#19202a;--line:#2b3543;--ink:#e7ecf3;--dim:#9aa7b8;--bar:#6aa3ff;--track:#242d39;
            --good:#4cc38a;--idle:#8b98aa;--warn:#f0a24a;--bad:#ff7b72;--gone:#566273;--head:#1e2631}
        }
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
            -webkit-text-size-adjust:100%}
        main{max-width:1240px;margin:0 auto;padding:28px 24px 40px}
        header{margin-bottom:22px}
        .eyebrow{margin:0;color:var(--bar);font-weight:600;font-size:13px;letter-spacing:.06em;text-transform:uppercase}
        h1{margin:2px 0 4px;font-size:30px;line-height:1.2;overflow-wrap:anywhere}
        h2{margin:0 0 12px;font-size:18px}
        .meta,.dim{color:var(--dim)}
        .meta{margin:0}
        .dim{font-weight:400}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(132px,1fr));gap:12px;margin:0 0 16px}
        .tile,.card,figure{background:var(--card);border:1px solid var(--line);border-radius:12px}
        .tile{padding:12px 16px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .tile dt{color:var(--dim);font-size:13px}
        .tile dd{margin:0;font-size:27px;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
        .tile.warn dd{color:var(--warn)}
        .charts{display:flex;flex-wrap:wrap;gap:16px;margin-bottom:16px}
        figure{margin:0;padding:16px 18px 18px;flex:1 1 330px}
        figcaption{font-weight:600;margin-bottom:12px}
        svg{display:block;width:100%;max-width:470px;height:auto;overflow:visible}
        svg text{fill:var(--ink);font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        svg .small{font-size:10.5px;fill:var(--dim)}
        svg .figure{font-weight:600;font-variant-numeric:tabular-nums}
        svg .track{fill:var(--track)}
        svg .axis{stroke:var(--line)}
        svg .bar{fill:var(--bar)}
        svg .good{fill:var(--good)}
        svg .idle{fill:var(--idle)}
        svg .warn{fill:var(--warn)}
        svg .bad{fill:var(--bad)}
        svg .gone{fill:var(--gone)}
        .card{padding:18px;margin-bottom:16px}
        .notices{list-style:none;margin:0;padding:0}
        .notices li{padding:7px 0 7px 14px;border-left:4px solid var(--line);margin-bottom:6px;overflow-wrap:anywhere}
        .notices .bad{border-color:var(--bad)}
        .notices .warn{border-color:var(--warn)}
        .what{font-weight:600;margin-right:6px}
        .scroll{overflow-x:auto;margin:0 -18px;padding:0 18px}
        table{border-collapse:collapse;width:100%;font-size:14px}
        caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        th,td{text-align:left;vertical-align:top;padding:9px 12px 9px 0;border-bottom:1px solid var(--line)}
        thead th{color:var(--dim);font-size:12.5px;font-weight:600;white-space:nowrap;background:var(--card)}
        tbody th{font-weight:600;overflow-wrap:anywhere;min-width:150px}
        td[data-label=Tags]{min-width:130px}
        tbody tr:last-child>*{border-bottom:0}
        .alias{white-space:nowrap}
        .id{display:block;font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--dim);font-weight:400}
        code{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
        .kcv{white-space:nowrap}
        .more{display:block;color:var(--dim);font-size:12.5px;white-space:nowrap}
        .day{white-space:nowrap;font-variant-numeric:tabular-nums}
        .tag{display:inline-block;background:var(--track);border-radius:6px;padding:0 7px;margin:0 4px 4px 0;font-size:13px;overflow-wrap:anywhere}
        .badge{display:inline-block;border-radius:999px;padding:0 9px;font-size:12.5px;font-weight:600;border:1px solid currentColor;white-space:nowrap}
        .badge.good{color:var(--good)}
        .badge.idle{color:var(--idle)}
        .badge.warn{color:var(--warn)}
        .badge.bad{color:var(--bad)}
        .badge.gone{color:var(--dim)}
        a{color:var(--bar)}
        footer{color:var(--dim);font-size:13px}
        @media screen and (max-width:720px){main{padding:20px 14px 32px}
        h1{font-size:25px}
        .tiles{grid-template-columns:repeat(2,1fr)}
        figure{flex-basis:100%}
        thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        table,tbody,tr,th,td{display:block}
        .alias{white-space:normal}
        tbody tr{border-bottom:1px solid var(--line);padding:12px 0}
        tbody tr:last-child{border-bottom:0}
        tbody th,tbody td[data-label]{border:0;padding:2px 0;min-width:0}
        tbody th{font-size:16px;margin-bottom:4px}
        tbody td{display:grid;grid-template-columns:104px 1fr;gap:8px}
        tbody td::before{content:attr(data-label);color:var(--dim);font-size:13px}
        tbody td.empty{display:none}
        td>*{justify-self:start}
        }
        @page{size:landscape;margin:12mm}
        @media print{:root{color-scheme:light;--bg:#fff;--card:#fff;--line:#c9d0da;--ink:#000;--dim:#444;--bar:#2f6fde;--track:#edf1f7;--good:#1d7f4f;
            --idle:#6b7685;--warn:#b45f06;--bad:#c02b2b;--gone:#a9b2bf}
        body{font-size:11px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        main{max-width:none;padding:0}
        table,thead th,code,.id,.more,.tag,.badge{font-size:10px}
        th,td{padding:5px 10px 5px 0}
        .scroll{overflow:visible;margin:0;padding:0}
        thead{display:table-header-group}
        tr,figure,.tile,.notices li{break-inside:avoid}
        figure{flex-basis:30%}
        svg text{font-size:12px}
        }
        """;
}
