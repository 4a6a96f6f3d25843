using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Api.Reports;

namespace PaymentCrypto.Endpoint.Overview;

/// <summary>The rows of the page's tables.</summary>
internal static class OverviewRows
{
    /// <summary>A key.</summary>
    internal static string Key(KeyContents contents)
    {
        KeySummary key = contents.Key;
        (string state, string colour) = (key.KeyState, key.Enabled) switch
        {
            (KeyState.CreateComplete, true) => ("enabled", "good"),
            (KeyState.CreateComplete, _) => ("disabled", "idle"),
            (KeyState.DeletePending, _) => ("deleting", "warn"),
            (KeyState.DeleteComplete, _) => ("deleted", "gone"),
            (KeyState.CreateInProgress, _) => ("creating", "warn"),
            (var other, _) => (other ?? string.Empty, "idle"),
        };
        return new HtmlRow()
            .Heading("Key", HtmlRow.KeyName(contents.Aliases, IdOf(key)))
            .Cell("Usage", HtmlText.Escape(OverviewText.Usage(key.KeyAttributes?.KeyUsage)))
            .Cell("Algorithm", HtmlText.Escape(key.KeyAttributes?.KeyAlgorithm))
            .Cell("State", HtmlRow.Badge(state, colour))
            .Cell("KCV", HtmlRow.CheckValue(key.KeyCheckValue))
            .Cell("Exportable", key.Exportable switch { true => "yes", false => "no", null => string.Empty })
            .Cell("Tags", HtmlRow.Tags([.. contents.Tags.Select(static tag => $"{tag.Key}={tag.Value}")]))
            .ToString();
    }

    /// <summary>A token.</summary>
    internal static string Token(TokenSummary token, DateTimeOffset now)
    {
        (string state, string colour) = token.Expired ? ("expired", "bad") : token.Reusable ? ("reusable", "good") : ("valid", "good");
        return new HtmlRow()
            .Heading("Token", $"<code>{HtmlText.Escape(token.Token)}</code>")
            .Cell("For", $"{HtmlText.Escape(token.Direction)} of {HtmlText.Escape(token.KeyMaterialType)}")
            .Cell("Algorithm", HtmlText.Escape(token.KeyAlgorithm))
            .Cell("State", HtmlRow.Badge(state, colour))
            .Cell("Made", HtmlRow.When(OverviewText.Date(token.CreateTimestamp), null))
            .Cell("Ends", End(token.ParametersValidUntilTimestamp, now))
            .ToString();
    }

    /// <summary>The certificate of a key.</summary>
    internal static string Certificate(KeyContents key, DateTimeOffset now) => new HtmlRow()
        .Heading("Subject", HtmlText.Escape(key.Certificate!.Subject))
        .Cell("Issuer", key.Certificate.Issuer == key.Certificate.Subject ? "itself" : HtmlText.Escape(key.Certificate.Issuer))
        .Cell("Ends", End(key.Certificate.NotAfter, now))
        .Cell("Key", HtmlText.Escape(key.Aliases is [var first, ..] ? first : IdOf(key.Key)))
        .ToString();

    /// <summary>A call.</summary>
    internal static string Call(EndpointLogEntry call)
    {
        bool isDropped = call.Fault is EndpointFaultKind.DropConnection or EndpointFaultKind.DropResponse;
        (string outcome, string colour) = isDropped ? ("dropped", "bad")
            : call.ErrorCode is null ? ("done", "good")
            : (call.ErrorCode, call.HttpStatus >= 500 ? "bad" : "warn");
        string rehearsed = call.Fault is { } fault ? $" <span class=\"more\">rehearsed {fault}</span>" : string.Empty;
        return new HtmlRow()
            .Heading("Time", $"<span class=\"day\">{OverviewText.TimeOfDay(call.Time)}</span>")
            .Cell("Operation", call.Operation is null ? "<span class=\"dim\">none of the API</span>" : HtmlText.Escape(call.Operation))
            .Cell("Outcome", $"<span>{HtmlRow.Badge(outcome, colour)}{rehearsed}</span>")
            .Cell("Duration", $"<span class=\"day\">{OverviewText.Duration(call.Duration)}</span>")
            .Cell("Account", call.Scope is null ? string.Empty : HtmlText.Escape($"{call.Scope.AccountId}, {call.Scope.Region}"))
            .ToString();
    }

    // An ARN ends with the id of its key.
    private static string? IdOf(KeySummary key) => key.KeyArn?[(key.KeyArn.LastIndexOf('/') + 1)..];

    private static string End(DateTimeOffset end, DateTimeOffset now) =>
        HtmlRow.When(OverviewText.Date(end), HtmlRow.Left((int)Math.Floor((end - now).TotalDays)));
}
