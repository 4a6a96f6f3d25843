using System.CommandLine;
using System.Text.Json;
using PaymentCrypto.Server.Client;

namespace PaymentCrypto.Server.Commands;

/// <summary><c>paymentcrypto reset</c>.</summary>
internal sealed class ResetCommand(Func<string, string?> environment) : ManagementCommand(
    "reset", "Lets a server whose keys are in memory begin anew: no keys but those of its seed, no faults, and the clock of its start.", environment)
{
    private protected override Task<JsonElement> AskAsync(ManagementClient client, ParseResult parsed, CancellationToken cancel) =>
        client.SendAsync(HttpMethod.Post, "reset", "{}"u8.ToArray(), JsonType, cancel);

    private protected override string TextOf(JsonElement answer) => Members(answer);
}
