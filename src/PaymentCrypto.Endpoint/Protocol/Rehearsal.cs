using System.Buffers;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Metering;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>
/// A call of the endpoint's own that goes the way of every call, from the bytes of a request to those of an answer. What is made at its first use (the
/// tables of JSON, statements of the store) is then there when the first client comes.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Makes it. It changes nothing, is counted nowhere, and does not throw, whatever becomes of it.</summary>
    internal static async Task RunAsync(IPaymentCryptography provider)
    {
        EndpointOptions options = new();
        RequestHandler handler = new(
            new UnverifiedCallers(AccountDirectory.Of(options), new AccountScope(options.DefaultAccountId, options.DefaultRegion)),
            guardAgainstBrowsers: true,
            _ => provider,
            new FaultRules(),
            new RequestMeter(keepsLog: false),
            TimeProvider.System);
        HttpRequestHead head = HttpHeadParser.Parse(
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: PaymentCryptographyControlPlane.ListKeys"u8,
            options.Limits);
        HttpResponse response = await handler.HandleAsync(head.With("{}"u8.ToArray()), CancellationToken.None).ConfigureAwait(false);
        HttpResponseWriter.Write(new ArrayBufferWriter<byte>(), response, TimeProvider.System.GetUtcNow(), close: true);
    }
}
