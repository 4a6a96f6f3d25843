using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>The words for keys in PaymentCrypto.Format.ps1xml and in completion.</summary>
public static class KeyText
{
    private const int UsualScreenWidth = 120;
    private const int LeastNameWidth = 20;

    /// <summary>
    /// The name by which a person knows a key: its alias, the first of several with their number, or else its id. Shortened so
    /// that it leaves the other columns their place: PowerShell would drop them.
    /// </summary>
    /// <param name="aliases">Its aliases.</param>
    /// <param name="keyId">Its id.</param>
    /// <param name="host">The host whose screen it has to fit.</param>
    /// <param name="others">The width of the other columns and the spaces before them.</param>
    public static string Name(object? aliases, string? keyId, PSHost? host, int others)
    {
        int width = Math.Max(ScreenWidth(host) - others, LeastNameWidth);
        return Strings(aliases) switch
        {
            [] => keyId ?? string.Empty,
            [var only] => Shorten(only, width),
            [var first, .. var more] => Counted(first, more.Length, width),
        };
    }

    /// <summary>A text shortened so that it leaves the other columns their place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="host">The host whose screen it has to fit.</param>
    /// <param name="others">The width of the other columns and the spaces before them.</param>
    public static string Fit(string? text, PSHost? host, int others) => Shorten(text ?? string.Empty, Math.Max(ScreenWidth(host) - others, LeastNameWidth));

    /// <summary>The last part of a key's ARN.</summary>
    /// <param name="keyArn">The ARN.</param>
    public static string Id(string? keyArn) => keyArn is null ? string.Empty : Values.KeyIdentifier.KeyId(keyArn);

    /// <summary>A usage in TR-31's two characters and a word or two, at most 20 characters; one that is not known as it is.</summary>
    /// <param name="usage">The usage.</param>
    public static string Usage(string? usage) => KeyUsageGuide.Find(usage) is { } guide
        ? $"{guide.Usage.AsSpan("TR31_".Length, 2)} {guide.ShortName}"
        : usage ?? string.Empty;

    /// <summary>The state in one word.</summary>
    /// <param name="state">The service's state.</param>
    /// <param name="enabled">Whether the key may be used.</param>
    public static string State(string? state, bool? enabled) => state switch
    {
        KeyState.CreateComplete => enabled == true ? "enabled" : "disabled",
        KeyState.DeletePending => "deleting",
        KeyState.DeleteComplete => "deleted",
        KeyState.CreateInProgress => "creating",
        "CREATE_FAILED" => "failed",
        _ => state ?? string.Empty,
    };

    /// <summary>The same, in the colour of an error for a key that goes or has failed, and of a warning for one that cannot be used yet or now.</summary>
    /// <param name="state">The service's state.</param>
    /// <param name="enabled">Whether the key may be used.</param>
    /// <param name="host">The host that shows it.</param>
    public static string State(string? state, bool? enabled, PSHost? host) => (state, State(state, enabled)) switch
    {
        (KeyState.DeletePending or KeyState.DeleteComplete or "CREATE_FAILED", var text) => ScreenStyle.Alarm(text, host),
        (KeyState.CreateComplete, var text) when enabled == true => text,
        (_, var text) => ScreenStyle.Warning(text, host),
    };

    /// <summary>An age in its largest unit, such as <c>12 d</c>; empty when it is not known.</summary>
    /// <param name="age">The age.</param>
    public static string Age(TimeSpan? age) => age switch
    {
        null => string.Empty,
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Value.Days} d"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Value.Hours} h"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Value.Minutes} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.Value.Seconds)} s"),
    };

    /// <summary>Modes of use: the letter of TR-31, if there is one for them, and the names.</summary>
    /// <param name="names">The names.</param>
    public static string Modes(object? names)
    {
        string[] given = Strings(names);
        string text = string.Join(", ", given);
        return ModesOfUse.Letter(given) is { } letter ? $"{letter} ({text})" : text;
    }

    /// <summary>A check value and how it was computed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="algorithm">How.</param>
    public static string CheckValue(string? value, string? algorithm) => algorithm is null ? value ?? string.Empty : $"{value} ({algorithm})";

    /// <summary>The limits of the local engine.</summary>
    /// <param name="keys">How many keys.</param>
    /// <param name="aliases">How many aliases.</param>
    /// <param name="requestsPerSecond">How many requests a second.</param>
    public static string Quotas(int? keys, int? aliases, int? requestsPerSecond) => keys is null ? string.Empty : string.Create(
        CultureInfo.InvariantCulture,
        $"{keys} keys, {aliases} aliases{(requestsPerSecond is null ? string.Empty : $", {requestsPerSecond} requests a second")}");

    /// <summary>How far an approval has got.</summary>
    /// <param name="status">The state of the session.</param>
    /// <param name="sessionArn">The session.</param>
    /// <param name="message">What the service says about it.</param>
    public static string Approval(string? status, string? sessionArn, string? message) =>
        string.IsNullOrEmpty(message) ? $"{status}, {sessionArn}" : $"{status}, {sessionArn} ({message})";

    /// <summary>What there is to know of a key in one line.</summary>
    internal static string Summary(KeySummary key) =>
        $"{Usage(key.KeyAttributes?.KeyUsage)}, {key.KeyAttributes?.KeyAlgorithm}, KCV {key.KeyCheckValue}, {State(key.KeyState, key.Enabled)}";

    // A deserialised object has a list where a live one has an array.
    private static string[] Strings(object? list) => list switch
    {
        null => [],
        string one => [one],
        PSObject wrapped => Strings(wrapped.BaseObject),
        IEnumerable many => [.. many.Cast<object>().Select(static item => item.ToString()!)],
        _ => [],
    };

    private static string Counted(string first, int more, int width)
    {
        string count = $" (+{more.ToString(CultureInfo.InvariantCulture)})";
        return Shorten(first, width - count.Length) + count;
    }

    private static string Shorten(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    /// <summary>How many columns the host shows.</summary>
    internal static int ScreenWidth(PSHost? host)
    {
        try
        {
            return host?.UI?.RawUI?.BufferSize.Width is { } width and > 0 ? width : UsualScreenWidth;
        }
        catch (Exception exception) when (exception is NotImplementedException or NotSupportedException or HostException or IOException)
        {
            // A host without a screen, as in a job or a remote session.
            return UsualScreenWidth;
        }
    }
}
