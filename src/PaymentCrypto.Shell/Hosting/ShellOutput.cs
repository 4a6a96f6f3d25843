using System.Management.Automation;
using System.Management.Automation.Internal;

namespace PaymentCrypto.Shell.Hosting;

/// <summary>One of the console's two output streams: with colours on a terminal, plain text otherwise.</summary>
/// <param name="writer">The stream.</param>
/// <param name="redirected">Whether it goes somewhere else than to a terminal.</param>
internal sealed class ShellOutput(TextWriter writer, bool redirected)
{
    private const string Reset = "\u001b[0m";

    /// <summary>Whether escape sequences are left out.</summary>
    public bool IsPlain { get; } = redirected
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        || Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Writes text, which may have escape sequences in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">An escape sequence for all of it.</param>
    public void Write(string? text, string style = "") => writer.Write(Render(text, style));

    /// <summary>Writes text and ends the line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">An escape sequence for all of it.</param>
    public void WriteLine(string? text, string style = "") => writer.WriteLine(Render(text, style));

    private string Render(string? text, string style)
    {
        text ??= string.Empty;
        return IsPlain ? new StringDecorated(text).ToString(OutputRendering.PlainText)
            : style.Length > 0 ? style + text + Reset
            : text;
    }
}
