using System.CommandLine;
using System.Text.Json;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;
using PaymentCrypto.Server.Client;

namespace PaymentCrypto.Server.Commands;

/// <summary><c>paymentcrypto seed</c>.</summary>
internal sealed class SeedCommand : ManagementCommand
{
    private readonly Option<string> _file = new("--file", "-f") { Description = "The seed: a .json, .psd1 or .csv file.", HelpName = "FILE", Required = true };

    /// <summary>Makes the command.</summary>
    internal SeedCommand(Func<string, string?> environment)
        : base("seed", "Gives a running server the test keys of a file: all of them, or none when one is wrong. Prints their ARNs and check values.",
            environment) => Options.Add(_file);

    private protected override Task<JsonElement> AskAsync(ManagementClient client, ParseResult parsed, CancellationToken cancel)
    {
        SeedSource seed = SeedFile.Read(parsed.GetValue(_file)!);
        string type = seed.Format switch
        {
            SeedFormat.Csv => "text/csv",
            SeedFormat.Json => JsonType,
            _ => "application/x-powershell-data",
        };
        return client.SendAsync(HttpMethod.Post, "seed", seed.Utf8.ToArray(), type, cancel);
    }

    private protected override string TextOf(JsonElement answer) => string.Join(
        Environment.NewLine, answer.GetProperty("keys")
            .EnumerateArray()
            .Select(static key => $"{key.GetProperty("keyArn")} {key.GetProperty("keyCheckValue")}"));
}
