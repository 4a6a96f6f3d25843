using System.CommandLine;
using System.Text.Json;
using PaymentCrypto.Server.Client;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Commands;

/// <summary><c>paymentcrypto clock</c>.</summary>
internal sealed class ClockCommand : ManagementCommand
{
    private readonly Option<string?> _set =
        new("--set") { Description = "How far ahead of the real time it is to be: 30d, 1d12h, -2d, or 0s.", HelpName = "DURATION" };
    private readonly Option<string?> _advance = new("--advance") { Description = "How far to move it on from where it is.", HelpName = "DURATION" };

    /// <summary>Makes the command.</summary>
    internal ClockCommand(Func<string, string?> environment)
        : base("clock", "Shows the clock of a server, or moves it, so that tokens and certificates expire without waiting.", environment)
    {
        Options.Add(_set);
        Options.Add(_advance);
    }

    private protected override Task<JsonElement> AskAsync(ManagementClient client, ParseResult parsed, CancellationToken cancel)
    {
        string? set = parsed.GetValue(_set);
        string? advance = parsed.GetValue(_advance);
        if (set is not null && advance is not null)
        {
            throw new UsageException("--set and --advance exclude each other.");
        }

        return (set ?? advance) is { } text
            ? client.SendAsync(HttpMethod.Post, "clock", Change(set is not null ? "offsetSeconds" : "advanceSeconds", text), JsonType, cancel)
            : client.SendAsync(HttpMethod.Get, "clock", null, JsonType, cancel);
    }

    private protected override string TextOf(JsonElement answer) => Members(answer);

    private static byte[] Change(string member, string text)
    {
        TimeSpan duration = DurationText.Parse(text) ?? throw new UsageException($"'{text}' is not {DurationText.Form}.");
        return Body(writer => writer.WriteNumber(member, duration.TotalSeconds));
    }
}
