using System.Globalization;
using System.Management.Automation.Host;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto;

/// <summary>The words of the views in PaymentCrypto.Format.ps1xml.</summary>
public static class DisplayText
{
    private const int PemWidth = 64;

    /// <summary>A point in time, UTC to the second, the same in every culture; empty for none.</summary>
    /// <param name="time">The time. One without a kind is taken as UTC.</param>
    public static string Time(DateTime? time) => Utc(time, "yyyy-MM-dd HH:mm:ss'Z'");

    /// <summary>The day of a point in time, UTC; empty for none.</summary>
    /// <param name="time">The time. One without a kind is taken as UTC.</param>
    public static string Date(DateTime? time) => Utc(time, "yyyy-MM-dd");

    /// <summary>A duration in its two largest units, such as <c>29 d 23 h</c>.</summary>
    /// <param name="duration">The duration; negative when something has ended.</param>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => string.Empty,
        { Ticks: <= 0 } => "expired",
        { TotalDays: >= 1 } => $"{duration.Value.Days} d {duration.Value.Hours} h",
        { TotalHours: >= 1 } => $"{duration.Value.Hours} h {duration.Value.Minutes} min",
        { TotalMinutes: >= 1 } => $"{duration.Value.Minutes} min {duration.Value.Seconds} s",
        _ => $"{duration.Value.Seconds} s",
    };

    /// <summary>When token and certificate end, and how long that was from the call.</summary>
    /// <param name="time">The end.</param>
    /// <param name="remaining">How long it was.</param>
    public static string Expiry(DateTime? time, TimeSpan? remaining) =>
        $"{Time(time)} ({(remaining > TimeSpan.Zero ? Duration(remaining) + " left" : "expired")})";

    /// <summary>The same in the colour of a warning when fewer than 7 days are left, and of an error when none are.</summary>
    /// <param name="time">The end.</param>
    /// <param name="remaining">How long it was.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Expiry(DateTime? time, TimeSpan? remaining, PSHost? host) =>
        Urgent(Expiry(time, remaining), remaining is { } known ? WholeDays.Of(known) : null, host);

    /// <summary>How long it was until the end, in the colours of <see cref="Expiry(DateTime?, TimeSpan?, PSHost?)"/>.</summary>
    /// <param name="remaining">How long it was.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Left(TimeSpan? remaining, PSHost? host) => Urgent(Duration(remaining), remaining is { } known ? WholeDays.Of(known) : null, host);

    /// <summary>A text about something that ends, in the colours of <see cref="Expiry(DateTime?, TimeSpan?, PSHost?)"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="daysLeft">The whole days until it ends; negative once it has ended; null when it does not.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Urgent(string? text, int? daysLeft, PSHost? host) => daysLeft switch
    {
        < 0 => ScreenStyle.Alarm(text ?? string.Empty, host),
        < WholeDays.Few => ScreenStyle.Warning(text ?? string.Empty, host),
        _ => text ?? string.Empty,
    };

    /// <summary>Whether ReuseLastGeneratedToken still returns a token.</summary>
    /// <param name="reusable">Whether it does.</param>
    /// <param name="validUntil">The end of the token.</param>
    public static string Reuse(bool reusable, DateTime? validUntil) => reusable && validUntil is { } end
        ? $"yes, until {Time(end - ReuseRule.LeastRemaining)}"
        : "no, less than 7 days are left";

    /// <summary>What tells a certificate from others, in one line.</summary>
    /// <param name="certificate">The certificate.</param>
    public static string Certificate(X509Certificate2? certificate) => certificate is null
        ? string.Empty
        : $"{certificate.Subject} (thumbprint {certificate.Thumbprint})";

    /// <summary>PEM text where the screen has room for its lines; else what there is and how to get at it.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="host">The host whose screen it has to fit.</param>
    /// <param name="indent">The columns before it.</param>
    public static string Pem(string? pem, PSHost? host, int indent) => string.IsNullOrEmpty(pem) ? string.Empty
        : KeyText.ScreenWidth(host) > indent + PemWidth ? pem
        : string.Create(CultureInfo.InvariantCulture,
            $"{pem.AsSpan(0, pem.AsSpan().IndexOfAny('\r', '\n') is var end and > 0 ? end : pem.Length)} ({pem.Length} characters)");

    /// <summary>Who answered, for which account and region.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <param name="accountId">The account; null on AWS, where an answer that has no ARN does not tell it.</param>
    /// <param name="region">The region.</param>
    public static string Origin(string? provider, string? accountId, string? region) => string.IsNullOrEmpty(accountId)
        ? $"{provider}, region {region}"
        : $"{provider}, account {accountId}, region {region}";

    /// <summary>The state of a token in one word.</summary>
    /// <param name="expired">Whether it has ended.</param>
    /// <param name="reusable">Whether it can still be reused.</param>
    public static string State(bool expired, bool reusable) => expired ? "expired" : reusable ? "reusable" : "valid";

    /// <summary>The same, in the colour of an error when it has ended and of a warning when it cannot be reused.</summary>
    /// <param name="expired">Whether it has ended.</param>
    /// <param name="reusable">Whether it can still be reused.</param>
    /// <param name="host">The host that shows it.</param>
    public static string State(bool expired, bool reusable, PSHost? host) => expired ? ScreenStyle.Alarm(State(expired, reusable), host)
        : reusable ? State(expired, reusable)
        : ScreenStyle.Warning(State(expired, reusable), host);

    /// <summary>Where a provider keeps its keys.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="inMemory">Whether the store is in memory.</param>
    /// <param name="path">Its path.</param>
    public static string Store(string? name, bool inMemory, string? path) =>
        name != nameof(ProviderName.Local) ? "the service" : inMemory ? "in memory" : path ?? string.Empty;

    private static string Utc(DateTime? time, string format) => time is not { } known ? string.Empty
        : (known.Kind == DateTimeKind.Local ? known.ToUniversalTime() : known).ToString(format, CultureInfo.InvariantCulture);
}
