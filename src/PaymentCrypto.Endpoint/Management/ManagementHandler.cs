using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Metering;
using PaymentCrypto.Endpoint.Overview;

namespace PaymentCrypto.Endpoint.Management;

/// <summary>
/// Answers what is under <see cref="Root"/>: the page, health, reset, seed, clock, faults and metrics. None of it is an operation of AWS,
/// so nothing of it is counted.
/// </summary>
internal sealed class ManagementHandler(
    IServiceControl control,
    ManagementGuard guard,
    Func<AccountScope, IPaymentCryptography> providers,
    FaultRules faults,
    RequestMeter meter,
    Func<EndpointStatistics> statistics,
    Func<Uri> url,
    TimeProvider clock)
{
    /// <summary>Where it is.</summary>
    internal const string Root = "/_paymentcrypto";

    private const string Json = "application/json";

    /// <summary>Whether a request is for it. <c>GET /</c>, which is nothing of AWS's, says where it is.</summary>
    internal static bool Handles(HttpRequest request) =>
        request.Path == Root || request.Path.StartsWith(Root + "/", StringComparison.Ordinal) || (request.Path == "/" && request.Method is "GET" or "HEAD");

    /// <summary>Answers a request. Whatever a client sends becomes a response.</summary>
    internal async Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await AnswerAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ManagementException refused)
        {
            HttpResponse response = Refused(refused.Status, refused.ErrorId, refused.Message);
            if (refused.Status == 401)
            {
                // RFC 9110 15.5.2; for the page it is what makes a browser ask.
                response.Headers.Add("WWW-Authenticate", IsPage(request.Path) ? "Basic realm=\"PaymentCrypto\", charset=\"UTF-8\"" : "Bearer");
            }

            return response;
        }
        catch (PaymentCryptographyException failure)
        {
            return Refused(StatusOf(failure), failure.ErrorId, failure.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // Its message was not written for clients and may hold anything.
            return Refused(500, "PcManagementFailed", $"The server failed with an unexpected {defect.GetType().Name}.");
        }
    }

    private static HttpResponse Refused(int status, string errorId, string message) =>
        Of(status, new ErrorBody(errorId, message), ManagementJson.Default.ErrorBody);

    private static int StatusOf(PaymentCryptographyException failure) => failure.Kind switch
    {
        ErrorKind.AccessDenied => 403,
        ErrorKind.Conflict => 409,
        ErrorKind.Busy => 503,
        ErrorKind.CorruptData or ErrorKind.Internal => 500,
        _ => 400,
    };

    private static HttpResponse Of<T>(int status, T body, JsonTypeInfo<T> type) => Text(status, Json, JsonSerializer.SerializeToUtf8Bytes(body, type));

    private static HttpResponse Text(int status, string type, byte[] body)
    {
        var response = new HttpResponse { Status = status, Body = body };
        response.Headers.Add("Content-Type", type);
        response.Headers.Add("Cache-Control", "no-store");
        response.Headers.Add("X-Content-Type-Options", "nosniff");
        return response;
    }

    private static T Read<T>(HttpRequest request, JsonTypeInfo<T> type)
    {
        ManagementGuard.CheckContentType(request, Json);
        try
        {
            return JsonSerializer.Deserialize(request.Body.Span, type) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new ManagementException(400, "PcManagementJson", $"The body is not the JSON of this request: {e.Message}");
        }
    }

    private static FaultBody BodyOf(EndpointFault fault) => new()
    {
        Operation = fault.Operation,
        Kind = fault.Kind,
        Calls = fault.Calls,
        DelayMilliseconds = fault.Delay.TotalMilliseconds,
    };

    // Beyond what any TimeSpan can hold is refused by whoever takes it; this only keeps the conversion from failing.
    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? 0 : seconds, -1e10, 1e10));

    private async Task<HttpResponse> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        string path = request.Path;
        if (path == "/")
        {
            string where = $"PaymentCrypto answers for AWS Payment Cryptography here. What is in it: {Root}/ Its health: {Root}/health\n";
            return Text(200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(where)).OmitBody(request.Method == "HEAD");
        }

        if (path == Root + "/health")
        {
            Require(request, "GET", "HEAD");
            return Of(200, Health(request), ManagementJson.Default.HealthBody).OmitBody(request.Method == "HEAD");
        }

        if (IsPage(path))
        {
            guard.CheckPage(request);
            Require(request, "GET", "HEAD");
            return (await PageAsync(request, cancel).ConfigureAwait(false)).OmitBody(request.Method == "HEAD");
        }

        guard.Check(request);
        switch (path[Root.Length..])
        {
            case "/metrics":
                Require(request, "GET");
                return Text(200, PrometheusText.ContentType, PrometheusText.Of(statistics()));
            case "/clock":
                return Require(request, "GET", "POST") == "GET" ? Clock() : MoveClock(request);
            case "/faults":
                return Faults(request, Require(request, "GET", "POST", "DELETE"));
            case "/reset":
                Require(request, "POST");
                return await ResetAsync(request, cancel).ConfigureAwait(false);
            case "/seed":
                Require(request, "POST");
                return await SeedAsync(request, cancel).ConfigureAwait(false);
            default:
                throw new ManagementException(404, "PcManagementUnknown",
                    $"There is no {path}. There are health, reset, seed, clock, faults and metrics under {Root}/, and the page that is {Root}/ itself.");
        }
    }

    private static bool IsPage(string path) => path is Root or Root + "/";

    private async Task<HttpResponse> PageAsync(HttpRequest request, CancellationToken cancel)
    {
        ServiceDescription service = control.Describe();
        Dictionary<string, string> query = QueryOf(request);
        var scope = new AccountScope(query.GetValueOrDefault("account", service.Scope.AccountId), query.GetValueOrDefault("region", service.Scope.Region));
        byte[] page = OverviewPage.Of(new ServiceState
        {
            Scope = scope,
            Contents = await AccountReader.ReadAsync(providers(scope), cancel).ConfigureAwait(false),
            Service = service,
            ClockOffset = control.TimeOffset,
            Now = clock.GetUtcNow(),
            Statistics = statistics(),
            Faults = faults.List(),
            Calls = meter.Latest(),
            Updates = !query.ContainsKey("updates"),
        });
        HttpResponse response = Text(200, OverviewPage.ContentType, page);
        response.Headers.Add("Content-Security-Policy", OverviewPage.ContentSecurityPolicy);
        response.Headers.Add("Referrer-Policy", "no-referrer");
        response.Headers.Add("Cross-Origin-Resource-Policy", "same-origin");
        return response;
    }

    // What the page links to itself with; a value that is wrong is refused by whoever takes it.
    private static Dictionary<string, string> QueryOf(HttpRequest request)
    {
        Dictionary<string, string> query = new(StringComparer.Ordinal);
        foreach (string pair in request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            query[parts[0]] = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : string.Empty;
        }

        return query;
    }

    private static string Require(HttpRequest request, params ReadOnlySpan<string> methods) => methods.Contains(request.Method)
        ? request.Method
        : throw new ManagementException(405, "PcManagementMethod", $"{request.Path} takes {string.Join(" and ", methods.ToArray())}, not {request.Method}.");

    private HealthBody Health(HttpRequest request)
    {
        if (!guard.Allows(request))
        {
            return new HealthBody("ok");
        }

        ServiceDescription service = control.Describe();
        return new HealthBody("ok")
        {
            Version = service.Version,
            Url = url().OriginalString,
            Account = service.Scope.AccountId,
            Region = service.Scope.Region,
            Store = service.Store,
            ReadOnly = service.ReadOnly,
            UptimeSeconds = Math.Round((clock.GetUtcNow() - statistics().StartTime).TotalSeconds, 3),
            ClockOffsetSeconds = control.TimeOffset.TotalSeconds,
        };
    }

    private HttpResponse Clock() =>
        Of(200, new ClockBody(clock.GetUtcNow() + control.TimeOffset, control.TimeOffset.TotalSeconds), ManagementJson.Default.ClockBody);

    private HttpResponse MoveClock(HttpRequest request)
    {
        ClockChange change = Read(request, ManagementJson.Default.ClockChange);
        switch (change)
        {
            case { OffsetSeconds: { } offset, AdvanceSeconds: null }:
                control.MoveClock(Seconds(offset));
                break;
            case { OffsetSeconds: null, AdvanceSeconds: { } advance }:
                control.AdvanceClock(Seconds(advance));
                break;
            default:
                throw new ManagementException(400, "PcManagementJson", "The body has either offsetSeconds or advanceSeconds, a number.");
        }

        return Clock();
    }

    private HttpResponse Faults(HttpRequest request, string method)
    {
        if (method == "DELETE")
        {
            faults.Clear();
        }
        else if (method == "POST")
        {
            FaultBody body = Read(request, ManagementJson.Default.FaultBody);
            faults.Add(new EndpointFault
            {
                Operation = body.Operation,
                Kind = body.Kind ?? throw new ManagementException(400, "PcManagementJson",
                    $"The fault has no kind: {string.Join(", ", Enum.GetNames<EndpointFaultKind>())}."),
                Calls = body.Calls ?? 1,
                Delay = Seconds(body.DelayMilliseconds / 1000),
            });
        }

        return Of(200, new FaultList([.. faults.List().Select(BodyOf)]), ManagementJson.Default.FaultList);
    }

    private async Task<HttpResponse> ResetAsync(HttpRequest request, CancellationToken cancel)
    {
        // There is nothing to say in a body; its type is what a web page cannot send.
        ManagementGuard.CheckContentType(request, Json);
        int keys = await control.ResetAsync(cancel).ConfigureAwait(false);
        faults.Clear();
        return Of(200, new ResetBody(keys), ManagementJson.Default.ResetBody);
    }

    private async Task<HttpResponse> SeedAsync(HttpRequest request, CancellationToken cancel)
    {
        SeedFormat format = ManagementGuard.CheckContentType(request, Json, "text/csv", "application/x-powershell-data") switch
        {
            "text/csv" => SeedFormat.Csv,
            Json => SeedFormat.Json,
            _ => SeedFormat.PowerShellData,
        };
        SeedResponse seeded = await control.SeedAsync(request.Body, format, cancel).ConfigureAwait(false);
        return Of(200, new SeedBody([.. seeded.Keys.Select(key => new SeededKey(key.KeyArn, key.KeyCheckValue))]), ManagementJson.Default.SeedBody);
    }
}
