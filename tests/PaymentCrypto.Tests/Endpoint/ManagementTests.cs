using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Management;
using PaymentCrypto.Endpoint.Metering;

namespace PaymentCrypto.Tests.Endpoint;

public sealed class ManagementTests
{
    private const string Token = "a-token-of-the-tests";
    private static readonly DateTimeOffset Now = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeControl _control = new();
    private readonly FaultRules _faults = new();
    private readonly RequestMeter _meter = new();
    private readonly FakeProvider _provider = new()
    {
        Answer = static (request, _) => Task.FromResult<ApiResponse?>(request switch
        {
            ListKeysRequest => new ListKeysResponse { Keys = [] },
            ListAliasesRequest => new ListAliasesResponse { Aliases = [] },
            ListTokensRequest => new ListTokensResponse { Tokens = [] },
            _ => null,
        }),
    };

    [Fact]
    public async Task Health_says_what_it_is_and_to_HEAD_how_long_that_is()
    {
        HttpResponse get = await Send(null, signed: false, "GET", "/_paymentcrypto/health");
        HttpResponse head = await Send(null, signed: false, "HEAD", "/_paymentcrypto/health");

        JsonElement health = JsonDocument.Parse(get.Body).RootElement;
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal("memory", health.GetProperty("store").GetString());
        ArrayBufferWriter<byte> message = new();
        HttpResponseWriter.Write(message, head, Now, close: false);
        string wire = System.Text.Encoding.ASCII.GetString(message.WrittenSpan);
        Assert.Contains($"Content-Length: {get.Body.Length}\r\n", wire, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", wire, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_whom_may_not_manage_health_says_only_that_it_is_alive()
    {
        Assert.Equal("""{"status":"ok"}""", (await Send(Token, signed: true, "GET", "/_paymentcrypto/health")).Text());
        Assert.Contains("memory", (await Send(Token, signed: true, "GET", "/_paymentcrypto/health", ("Authorization", "bearer " + Token))).Text(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Only_its_own_paths_are_taken_from_the_protocol()
    {
        Assert.True(Handles("GET", "/"));
        Assert.True(Handles("POST", "/_paymentcrypto/reset"));
        Assert.False(Handles("POST", "/"));
        Assert.False(Handles("POST", "/_paymentcryptox"));
        Assert.False(Handles("POST", "/mac/generate"));

        static bool Handles(string method, string path) => ManagementHandler.Handles(Requests.Make(method, path, string.Empty));
    }

    [Theory]
    [InlineData(false, null, null, 200)]
    [InlineData(false, Token, null, 401)]
    [InlineData(false, Token, "Bearer a-token-of-the-tests", 200)]
    [InlineData(true, Token, "Bearer a-token-of-the-tests", 200)]
    [InlineData(true, Token, "Bearer a-token-of-the-test", 401)]
    [InlineData(true, Token, "Bearer a-token-of-the-testss", 401)]
    [InlineData(true, Token, "Basic a-token-of-the-tests", 401)]
    [InlineData(true, Token, "", 401)]
    [InlineData(true, null, null, 403)]
    [InlineData(true, null, "Bearer ", 403)]
    public async Task Without_the_token_nothing_is_managed(bool signed, string? token, string? authorization, int status)
    {
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];
        foreach ((string method, string what) in new[] { ("GET", "clock"), ("GET", "metrics"), ("GET", "faults"), ("POST", "reset"), ("POST", "seed") })
        {
            HttpResponse response = await Send(token, signed, method, "/_paymentcrypto/" + what, [("Content-Type", "application/json"), .. headers]);

            Assert.Equal(status, response.Status);
        }

        Assert.Equal(status == 200 ? 1 : 0, _control.Resets);
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:8090", 403)]
    [InlineData("Host", "evil.example", 403)]
    [InlineData("Content-Type", "text/plain", 415)]
    [InlineData("Content-Type", "application/x-www-form-urlencoded", 415)]
    [InlineData("Content-Type", "multipart/form-data; boundary=application/json", 415)]
    [InlineData("Content-Type", null, 415)]
    public async Task A_web_page_changes_nothing(string header, string? value, int status)
    {
        foreach (string what in new[] { "reset", "seed", "clock", "faults" })
        {
            HttpRequest request = Requests.Make("POST", "/_paymentcrypto/" + what, "{}", ("Host", "localhost:8090"), ("Content-Type", "application/json"));

            Assert.Equal(status, (await Handler(null, signed: false).HandleAsync(request.With(header, value), TestContext.Current.CancellationToken)).Status);
        }

        Assert.Equal(0, _control.Resets);
    }

    [Theory]
    [InlineData("Bearer a-token-of-the-tests", true, 200)]
    [InlineData("Basic YW55Ym9keTphLXRva2VuLW9mLXRoZS10ZXN0cw==", true, 401)]
    [InlineData("Basic OmEtdG9rZW4tb2YtdGhlLXRlc3Rz", true, 401)]
    [InlineData("Basic YS10b2tlbi1vZi10aGUtdGVzdHM=", false, 401)]
    [InlineData("Basic YW55Ym9keTp3cm9uZw==", false, 401)]
    [InlineData("Basic not base64", false, 401)]
    [InlineData("Basic ", false, 401)]
    [InlineData(null, false, 401)]
    public async Task A_browser_sends_the_token_as_a_password_for_the_page_alone(string? authorization, bool isShown, int other)
    {
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];

        HttpResponse shown = await Send(Token, signed: true, "GET", "/_paymentcrypto/", headers);
        HttpResponse clock = await Send(Token, signed: true, "GET", "/_paymentcrypto/clock", headers);

        Assert.Equal(isShown ? 200 : 401, shown.Status);
        Assert.Equal(!isShown ? "Basic realm=\"PaymentCrypto\", charset=\"UTF-8\"" : null, shown.Headers.Get("WWW-Authenticate"));
        Assert.Equal(other, clock.Status);
        Assert.Equal(other == 401 ? "Bearer" : null, clock.Headers.Get("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_token_does_not_let_a_web_page_in() =>
        Assert.Equal(403,
            (await Send(Token, signed: true, "GET", "/_paymentcrypto/clock", ("Authorization", "Bearer " + Token), ("Origin", "https://a.example"))).Status);

    [Fact]
    public async Task The_clock_is_set_and_moved_on()
    {
        await Post("clock", """{"offsetSeconds":86400}""");
        HttpResponse moved = await Post("clock", """{"advanceSeconds":-60.5}""");

        Assert.Equal(TimeSpan.FromSeconds(86339.5), _control.TimeOffset);
        Assert.Equal("""{"now":"2025-01-03T03:03:04.5+00:00","offsetSeconds":86339.5}""", moved.Text());
    }

    [Theory]
    [InlineData("clock", "{}")]
    [InlineData("clock", """{"offsetSeconds":1,"advanceSeconds":1}""")]
    [InlineData("clock", """{"offset":1}""")]
    [InlineData("clock", """{"offsetSeconds":"1"}""")]
    [InlineData("clock", "[]")]
    [InlineData("clock", "")]
    [InlineData("faults", "{}")]
    [InlineData("faults", """{"kind":"Nonsense"}""")]
    [InlineData("faults", """{"kind":"Throttling","calls":0}""")]
    [InlineData("faults", """{"kind":"Throttling","operation":"getKey"}""")]
    [InlineData("faults", """{"kind":"Delay","delayMilliseconds":1e300}""")]
    public async Task What_it_does_not_understand_is_refused_and_changes_nothing(string what, string body)
    {
        HttpResponse response = await Post(what, body);

        Assert.Equal(400, response.Status);
        Assert.StartsWith("Pc", JsonDocument.Parse(response.Body).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, _control.TimeOffset);
        Assert.Empty(_faults.List());
    }

    [Fact]
    public async Task Faults_are_added_listed_and_dropped()
    {
        await Post("faults", """{"kind":"throttling","operation":"GetKey","calls":2}""");
        string two = (await Post("faults", """{"kind":"Delay","delayMilliseconds":250}""")).Text();
        Assert.Equal(
            """{"faults":[{"operation":"GetKey","kind":"Throttling","calls":2,"delayMilliseconds":0},{"kind":"Delay","calls":1,"delayMilliseconds":250}]}""", two);

        Assert.Equal("""{"faults":[]}""", (await Send(null, signed: false, "DELETE", "/_paymentcrypto/faults")).Text());
    }

    [Fact]
    public async Task A_reset_drops_the_faults_too()
    {
        await Post("faults", """{"kind":"Throttling"}""");

        Assert.Equal("""{"keys":7}""", (await Post("reset", "{}")).Text());
        Assert.Empty(_faults.List());
    }

    [Fact]
    public async Task The_page_says_to_a_browser_how_little_it_needs()
    {
        HttpResponse page = await Send(null, signed: false, "GET", "/_paymentcrypto/?account=444455556666&region=eu-west-1&updates=off");

        Assert.Equal(200, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.Headers.Get("Content-Type"));
        Assert.Equal("no-store", page.Headers.Get("Cache-Control"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Headers.Get("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("444455556666, eu-west-1", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/_paymentcrypto/?account=1", 400)]
    [InlineData("GET", "/_paymentcrypto/?region=%3Cscript%3E", 400)]
    [InlineData("POST", "/_paymentcrypto/", 405)]
    [InlineData("GET", "/_paymentcrypto/reset", 405)]
    [InlineData("POST", "/_paymentcrypto/health", 405)]
    [InlineData("GET", "/_paymentcrypto/secrets", 404)]
    public async Task Other_methods_and_paths_are_refused(string method, string path, int status) =>
        Assert.Equal(status, (await Send(null, signed: false, method, path, ("Content-Type", "application/json"))).Status);

    [Fact]
    public async Task Metrics_count_by_operation_in_the_text_of_Prometheus()
    {
        _meter.Add(new EndpointLogEntry
        {
            Time = Now,
            RequestId = "1",
            Operation = "GetKey",
            HttpStatus = 200,
            Duration = TimeSpan.FromMilliseconds(2),
            RequestBytes = 1,
            ResponseBytes = 1
        });
        _meter.Add(new EndpointLogEntry
        {
            Time = Now,
            RequestId = "2",
            Operation = "GetKey",
            HttpStatus = 400,
            ErrorCode = "ResourceNotFoundException",
            Duration = TimeSpan.FromMilliseconds(4),
            RequestBytes = 1,
            ResponseBytes = 1
        });

        string[] lines = (await Send(null, signed: false, "GET", "/_paymentcrypto/metrics")).Text().Split('\n');

        Assert.Contains("paymentcrypto_requests_total 2", lines);
        Assert.Contains("paymentcrypto_operation_errors_total{operation=\"GetKey\"} 1", lines);
        Assert.Contains("paymentcrypto_operation_duration_seconds_count{operation=\"GetKey\"} 2", lines);
        Assert.Contains("paymentcrypto_operation_duration_seconds_sum{operation=\"GetKey\"} 0.006", lines);
        Assert.All(lines.Where(line => line.Length > 0 && line[0] != '#'),
            line => Assert.Matches("^[a-z_]+(\\{[a-z0-9_]+=\"[^\"]*\"(,quantile=\"0\\.[59]+\")?\\})? [0-9.E+-]+$", line));
    }

    private Task<HttpResponse> Post(string what, string body) =>
        Handler(null, signed: false).HandleAsync(
            Requests.Make("POST", "/_paymentcrypto/" + what, body, ("Host", "localhost"),
                ("Content-Type", "application/json; charset=utf-8")), TestContext.Current.CancellationToken);

    private Task<HttpResponse> Send(string? token, bool signed, string method, string path, params (string, string)[] headers) =>
        Handler(token, signed).HandleAsync(Requests.Make(method, path, string.Empty, [("Host", "127.0.0.1:8090"), .. headers]),
            TestContext.Current.CancellationToken);

    private ManagementHandler Handler(string? token, bool signed) => new(
        _control, new ManagementGuard(token, signed), _provider.ForScope, _faults, _meter, Statistics,
        () => new Uri("http://127.0.0.1:8090"), new FakeTimeProvider(Now));

    private EndpointStatistics Statistics()
    {
        (long requests, long errors, IReadOnlyList<EndpointOperationStatistics> operations) = _meter.Read();
        return new EndpointStatistics
        {
            StartTime = Now,
            OpenConnections = 1,
            AcceptedConnections = 2,
            DisplacedConnections = 0,
            MalformedRequests = 0,
            Requests = requests,
            Errors = errors,
            Operations = operations,
        };
    }
}
