using System.Buffers;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>
/// A call that goes the way of every call, from the bytes of a request to those of an answer, and reaches nobody. What is made at its first use, such as the
/// tables of JSON, is then there when the first client comes.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Makes it. It is counted nowhere, and does not throw.</summary>
    /// <returns>The status of the answer.</returns>
    internal static async Task<int> RunAsync()
    {
        EndpointOptions options = new();
        RequestHandler handler = new(
            new UnverifiedCallers(AccountDirectory.Of(options), new AccountScope(options.DefaultAccountId, options.DefaultRegion)),
            guardAgainstBrowsers: true,
            static _ => new Nobody(),
            new FaultRules(),
            meter: null,
            TimeProvider.System);
        HttpRequestHead head = HttpHeadParser.Parse(
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: PaymentCryptographyControlPlane.ListKeys"u8,
            options.Limits);
        HttpResponse response = await handler.HandleAsync(head.With("{}"u8.ToArray()), CancellationToken.None).ConfigureAwait(false);
        HttpResponseWriter.Write(new ArrayBufferWriter<byte>(), response, TimeProvider.System.GetUtcNow(), close: true);
        return response.Status;
    }

    private sealed class Nobody : IRequestDispatcher
    {
        public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
            where TResponse : ApiResponse => (TResponse)await DispatchAsync(request, cancel).ConfigureAwait(false);

        public Task<ApiResponse> DispatchAsync(ApiRequest request, CancellationToken cancel) =>
            Task.FromResult<ApiResponse>(new ListKeysResponse { Keys = [] });
    }
}
