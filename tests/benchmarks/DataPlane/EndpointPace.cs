using System.Buffers;
using System.Globalization;
using System.Text;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Metering;
using PaymentCrypto.Endpoint.Protocol;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>What the endpoint does between two calls of the system, on one thread: bytes to a request, its answer, a response to bytes.</summary>
internal static class EndpointPace
{
    public static void Measure(Report report)
    {
        using TranslationBench bench = new();
        byte[] body = OperationCatalog.All.Single(operation => operation.Name == "TranslatePinData").WriteRequest(bench.Static);
        EndpointAccessKey key = new() { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "secret", AccountId = ScratchStore.Scope.AccountId };
        Action plain = Exchange(bench, new EndpointOptions(), body, null);
        Action verified = Exchange(bench, new EndpointOptions { AccessKeys = [key] }, body, key);
        Action engine = () => bench.Send(bench.Static);
        double[] best = Pace.Of(plain, verified, engine);
        report.Figure(
            "the endpoint without sockets: unsigned, signature verified, of which the engine", $"{best[0] / 1e3:0.0}; {best[1] / 1e3:0.0}; {best[2] / 1e3:0.0} us");
        report.Figure("the same, bytes allocated by a call", $"{Allocated(plain)}; {Allocated(verified)}; {Allocated(engine)}");
    }

    private static Action Exchange(TranslationBench bench, EndpointOptions options, byte[] body, EndpointAccessKey? key)
    {
        var accounts = AccountDirectory.Of(options);
        ICallerResolver callers = key is null ? new UnverifiedCallers(accounts, ScratchStore.Scope) : new VerifiedCallers(options, accounts);
        RequestHandler handler = new(
            callers, guardAgainstBrowsers: key is null, bench.Engine.ForScope, new FaultRules(), new RequestMeter(), TimeProvider.System);
        byte[] head = Head(body, key);
        ArrayBufferWriter<byte> message = new();
        return () =>
        {
            HttpRequest request = HttpHeadParser.Parse(head, options.Limits).With(body);
            HttpResponse response = handler.HandleAsync(request, CancellationToken.None).GetAwaiter().GetResult();
            if (response.Status != 200)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(response.Body.Span));
            }

            HttpResponseWriter.Write(message, response, TimeProvider.System.GetUtcNow(), close: false);
            message.Clear();
        };
    }

    // As HttpClient sends it.
    private static byte[] Head(byte[] body, EndpointAccessKey? key)
    {
        StringBuilder head = new("POST /pindata/translate HTTP/1.1\r\nHost: 127.0.0.1:8090\r\n");
        if (key is not null)
        {
            (string date, string authorization) = TranslationClient.Sign(new Uri("http://127.0.0.1:8090"), body, key);
            head.Append(CultureInfo.InvariantCulture, $"X-Amz-Date: {date}\r\nAuthorization: {authorization}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {body.Length}");
        return Encoding.ASCII.GetBytes(head.ToString());
    }

    private static long Allocated(Action call)
    {
        const int Calls = 1000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
