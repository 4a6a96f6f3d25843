using System.CommandLine;
using System.Text.Json;
using PaymentCrypto.Server.Client;

namespace PaymentCrypto.Server.Commands;

/// <summary><c>paymentcrypto health</c>.</summary>
internal sealed class HealthCommand(Func<string, string?> environment) : ManagementCommand("health",
    "Says whether a server answers, and what it is. Exit code 0 when it does.", environment)
{
    private protected override Task<JsonElement> AskAsync(ManagementClient client, ParseResult parsed, CancellationToken cancel) =>
        client.SendAsync(HttpMethod.Get, "health", null, JsonType, cancel);

    private protected override string TextOf(JsonElement answer) => Members(answer);
}
