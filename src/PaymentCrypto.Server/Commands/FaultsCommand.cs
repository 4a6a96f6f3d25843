using System.CommandLine;
using System.Text.Json;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Server.Client;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Commands;

/// <summary><c>paymentcrypto faults</c>.</summary>
internal sealed class FaultsCommand : ManagementCommand
{
    private readonly Option<EndpointFaultKind?> _add = new("--add")
    {
        Description = $"Add a fault for the next calls: {string.Join(", ", Enum.GetNames<EndpointFaultKind>())}.",
        HelpName = "KIND",
        CustomParser = static result => Enum.TryParse(result.Tokens[0].Value, ignoreCase: true, out EndpointFaultKind kind) && Enum.IsDefined(kind)
            ? kind
            : Refuse(result, $"'{result.Tokens[0].Value}' is none of {string.Join(", ", Enum.GetNames<EndpointFaultKind>())}."),
    };

    private readonly Option<string?> _operation =
        new("--operation") { Description = "The operation it happens to, such as ImportKey; unless given, any.", HelpName = "NAME" };
    private readonly Option<int> _calls =
        WholeNumber.Option("--calls", "How many calls it happens to. Retries of an SDK count too: with 1 a program rarely sees an error.", "NUMBER", 1);
    private readonly Option<string?> _delay =
        new("--delay") { Description = "How long the answer waits, with --add Delay: 500ms, 10s.", HelpName = "DURATION" };
    private readonly Option<bool> _clear = new("--clear") { Description = "Drop every fault that is still to come." };

    /// <summary>Makes the command.</summary>
    internal FaultsCommand(Func<string, string?> environment)
        : base("faults", "Shows the faults that a server is to rehearse, adds one, or drops them all.", environment)
    {
        foreach (Option option in (Option[])[_add, _operation, _calls, _delay, _clear])
        {
            Options.Add(option);
        }
    }

    private protected override Task<JsonElement> AskAsync(ManagementClient client, ParseResult parsed, CancellationToken cancel)
    {
        EndpointFaultKind? kind = parsed.GetValue(_add);
        if (kind is not null && parsed.GetValue(_clear))
        {
            throw new UsageException("--add and --clear exclude each other.");
        }

        if (kind is null && (parsed.GetValue(_operation) is not null || parsed.GetValue(_delay) is not null))
        {
            throw new UsageException("--operation, --calls and --delay go with --add.");
        }

        return kind is not null ? client.SendAsync(HttpMethod.Post, "faults", Fault(kind.Value, parsed), JsonType, cancel)
            : parsed.GetValue(_clear) ? client.SendAsync(HttpMethod.Delete, "faults", null, JsonType, cancel)
            : client.SendAsync(HttpMethod.Get, "faults", null, JsonType, cancel);
    }

    private protected override string TextOf(JsonElement answer)
    {
        string[] lines = [.. answer.GetProperty("faults").EnumerateArray().Select(LineOf)];
        return lines.Length == 0 ? "No faults are to come." : string.Join(Environment.NewLine, lines);
    }

    private static EndpointFaultKind? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }

    private static string LineOf(JsonElement fault)
    {
        string operation = fault.TryGetProperty("operation", out JsonElement name) ? name.ToString() : "any operation";
        double delay = fault.GetProperty("delayMilliseconds").GetDouble();
        return $"{fault.GetProperty("kind")} for {fault.GetProperty("calls")} calls of "
            + $"{operation}{(delay > 0 ? FormattableString.Invariant($", {delay} ms") : string.Empty)}";
    }

    private byte[] Fault(EndpointFaultKind kind, ParseResult parsed)
    {
        TimeSpan delay = parsed.GetValue(_delay) is { } text
            ? DurationText.Parse(text) ?? throw new UsageException($"'{text}' is not {DurationText.Form}.")
            : TimeSpan.Zero;
        return Body(writer =>
        {
            writer.WriteString("kind", kind.ToString());
            writer.WriteNumber("calls", parsed.GetValue(_calls));
            writer.WriteNumber("delayMilliseconds", delay.TotalMilliseconds);
            if (parsed.GetValue(_operation) is { } operation)
            {
                writer.WriteString("operation", operation);
            }
        });
    }
}
