using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Management;
using PaymentCrypto.Tests.Local.DataPlane;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>PAN, PIN, track, message, MAC and clear data are in no log entry, metric, error or text of a record, whatever the request comes to.</summary>
public sealed partial class NothingSecretIsLoggedTests
{
    [Fact]
    public async Task The_log_and_the_metrics_of_the_endpoint_tell_nothing_of_a_request()
    {
        using DataPlaneBench bench = new();
        var provider = new FakeProvider
        {
            Answer = async (request, cancel) => await OperationOf(request.Operation).SendAsync(bench.Exchange.Service, request, cancel),
        };
        var harness = new HandlerHarness(provider);
        using MeterTags meter = new();
        List<string> secrets = [DataPlaneRequests.ClearPin];
        List<string> texts = [];
        foreach ((_, string name, string json) in DataPlaneRequests.All)
        {
            foreach (bool isWrong in new[] { false, true })
            {
                JsonObject request = JsonNode.Parse(json)!.AsObject();
                if (isWrong)
                {
                    MakeWrong(request);
                }

                secrets.AddRange(Secrets(request));
                ApiOperation operation = OperationOf(name);
                JsonObject body = bench.WithArns(request);
                secrets.AddRange(Secrets(body));
                ApiRequest record = operation.ReadRequest(Encoding.UTF8.GetBytes(body.ToJsonString()));
                texts.Add(record.ToString());
                string path = operation.Route.Template;
                foreach (string label in operation.Route.Segments.Select(Route.LabelOf).OfType<string>())
                {
                    path = path.Replace($"{{{label}}}", Uri.EscapeDataString(body[label]!.GetValue<string>()), StringComparison.Ordinal);
                    body.Remove(label);
                }

                HttpResponse response =
                    await harness.Send(Requests.Make("POST", path, body.ToJsonString(), ("Host", "127.0.0.1:1"), ("Content-Type", "application/json")));
                if (response.Status == 200)
                {
                    ApiResponse answer = operation.ReadResponse(Encoding.UTF8.GetBytes(response.Text()));
                    texts.Add(answer.ToString());
                    secrets.AddRange(Secrets(JsonNode.Parse(response.Text())!.AsObject()));
                }
                else
                {
                    // What the client is told goes into its own logs.
                    texts.Add(response.Text());
                }
            }
        }

        texts.Add(Overviews.Page(Overviews.Empty with { Calls = harness.Meter.Latest() }));
        IReadOnlyList<EndpointLogEntry> log = harness.Meter.TakeLog();
        Assert.NotEmpty(log);
        texts.AddRange(log.Select(entry => entry.ToString()));
        texts.AddRange(log.Select(entry => JsonSerializer.Serialize(entry)));
        string metrics = Metrics(harness);
        Assert.Contains("operation=\"TranslatePinData\"", metrics, StringComparison.Ordinal);
        texts.Add(metrics);
        Assert.NotEmpty(meter.Texts);
        texts.AddRange(meter.Texts);

        // Random digits, among which a PIN of five can be by chance.
        texts = texts.ConvertAll(static text => RequestId().Replace(text, "request id"));
        Assert.All(secrets.Distinct(),
            secret => Assert.All(texts, text => Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} is in {text}")));
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex RequestId();

    // The page of /_paymentcrypto/metrics.
    private static string Metrics(HandlerHarness harness)
    {
        (long requests, long errors, IReadOnlyList<EndpointOperationStatistics> operations) = harness.Meter.Read();
        return Encoding.UTF8.GetString(PrometheusText.Of(new EndpointStatistics
        {
            StartTime = harness.Clock.GetUtcNow(),
            OpenConnections = 1,
            AcceptedConnections = 1,
            DisplacedConnections = 0,
            MalformedRequests = 0,
            Requests = requests,
            Errors = errors,
            Operations = operations,
        }));
    }

    private static ApiOperation OperationOf(string name) => OperationCatalog.All.Single(operation => operation.Name == name);

    // Too long for the model, so that the refusal is about it.
    private static void MakeWrong(JsonObject request)
    {
        foreach ((string member, JsonNode? value) in request.ToList())
        {
            if (value is JsonObject inner)
            {
                MakeWrong(inner);
            }
            else if (DataPlaneRequests.Secret.Contains(member))
            {
                request[member] = $"{value!.GetValue<string>()}?";
            }
        }
    }

    private static IEnumerable<string> Secrets(JsonObject request)
    {
        foreach ((string member, JsonNode? value) in request)
        {
            if (value is JsonObject inner)
            {
                foreach (string secret in Secrets(inner))
                {
                    yield return secret;
                }
            }
            else if (DataPlaneRequests.Secret.Contains(member) && value!.GetValue<string>() is { Length: > 4 } text)
            {
                yield return text;
            }
        }
    }
}
