using System.CommandLine;
using System.Text;
using System.Text.Json;
using PaymentCrypto.Server.Client;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Commands;

/// <summary>A command that speaks to a running server.</summary>
internal abstract class ManagementCommand : Command
{
    /// <summary>The variable with the management token.</summary>
    internal const string TokenVariable = "PAYMENTCRYPTO_MANAGEMENT_TOKEN";

    /// <summary>The type of JSON.</summary>
    private protected const string JsonType = "application/json";

    private const string UrlVariable = "AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY";

    private readonly Func<string, string?> _environment;
    private readonly Argument<string?> _url = new("URL")
    {
        Description = $"The server; unless given, that of {UrlVariable}, or http://127.0.0.1:{ServeCommand.UsualPort}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _token = new("--management-token-file")
    {
        Description = $"The server's management token, if it has one; or {TokenVariable}.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the server's answer as it is, one line of JSON." };

    private protected ManagementCommand(string name, string description, Func<string, string?> environment)
        : base(name, description)
    {
        _environment = environment;
        Arguments.Add(_url);
        Options.Add(_token);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    /// <summary>Asks the server.</summary>
    private protected abstract Task<JsonElement> AskAsync(ManagementClient client, ParseResult parsed, CancellationToken cancel);

    /// <summary>The answer for people.</summary>
    private protected abstract string TextOf(JsonElement answer);

    /// <summary>A request with a body of JSON.</summary>
    private protected static byte[] Body(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The members of an object, one on a line.</summary>
    private protected static string Members(JsonElement answer)
    {
        var text = new StringBuilder();
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            text.Append(text.Length == 0 ? string.Empty : Environment.NewLine).Append($"{member.Name}: {member.Value}");
        }

        return text.ToString();
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        string? argument = parsed.GetValue(_url);
        string? variable = argument is null && _environment(UrlVariable) is { Length: > 0 } given ? given : null;
        string url = argument ?? variable ?? $"http://127.0.0.1:{ServeCommand.UsualPort}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? server) || (server.Scheme != Uri.UriSchemeHttp && server.Scheme != Uri.UriSchemeHttps))
        {
            string origin = variable is null ? string.Empty : $" in {UrlVariable}";
            throw new UsageException($"'{url}'{origin} is not the URL of a server, such as http://127.0.0.1:{ServeCommand.UsualPort}.");
        }

        string? authorities = server.Scheme == Uri.UriSchemeHttps ? _environment(TrustedAuthorities.Variable) : null;
        string? token = SecretText.Read(parsed.GetValue(_token), TokenVariable, _environment);
        using ManagementClient client = new(server, token, TrustedAuthorities.Read(authorities));
        JsonElement answer = await AskAsync(client, parsed, cancel).ConfigureAwait(false);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(_json) ? answer.GetRawText() : TextOf(answer)).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
