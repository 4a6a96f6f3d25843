using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace PaymentCrypto;

/// <summary>
/// The colours of the views: those that the user has set in <c>$PSStyle</c> for warnings and errors, and only for what wants a look.
/// Where the host, the user or the environment wants plain text, text stays as it is.
/// </summary>
internal static class ScreenStyle
{
    // PowerShell 7.2 and later have it; what the module is compiled against does not.
    private static readonly PropertyInfo? Instance = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance");

    /// <summary>Text about something that will need care soon.</summary>
    /// <param name="text">The text.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Warning(string text, PSHost? host) => Styled(text, host, "Warning");

    /// <summary>Text about something that has ended or is about to be lost.</summary>
    /// <param name="text">The text.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Alarm(string text, PSHost? host) => Styled(text, host, "Error");

    private static string Styled(string text, PSHost? host, string role) =>
        text.Length > 0
            && Instance?.GetValue(null) is { } style
            && IsWanted(style, host)
            && Sequence(style, role) is { Length: > 0 } sequence
            && Read(style, "Reset") is string reset
            ? sequence + text + reset
            : text;

    private static bool IsWanted(object style, PSHost? host) => Read(style, "OutputRendering")?.ToString() switch
    {
        "PlainText" => false,
        "Ansi" => true,
        _ => host?.UI?.SupportsVirtualTerminal == true
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb"
            // Its screen is the console, and it writes to a redirected one what it would write to a terminal.
            && !(host.Name == "ConsoleHost" && Console.IsOutputRedirected),
    };

    private static string? Sequence(object style, string role) => Read(style, "Formatting") is { } formatting ? Read(formatting, role) as string : null;

    private static object? Read(object instance, string property) => instance.GetType().GetProperty(property)?.GetValue(instance);
}
