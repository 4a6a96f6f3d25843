using System.Globalization;
using System.Net.Http.Headers;
using PaymentCrypto.Api;

namespace PaymentCrypto.Aws.Client;

/// <summary>
/// Reads the whole answer before it is handed on. The SDK reads bodies without a timeout after the headers have come; here they are
/// under the timeout of the attempt, can be cancelled, and have a limit.
/// </summary>
internal sealed class WholeAnswerHandler(HttpMessageHandler inner, TimeSpan timeout, TimeProvider time) : DelegatingHandler(inner)
{
    /// <summary>In bytes. The largest answer of the service, a page of 100 keys, has less than a hundredth of it.</summary>
    internal const int LargestBody = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await ReadWholeAsync(await base.SendAsync(request, ended.Token).ConfigureAwait(false), ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // If it was not our clock it was the socket's, which runs while it connects.
            throw late.IsCancellationRequested
                ? new TimeoutException("No answer in time.")
                : new HttpRequestException(HttpRequestError.ConnectionError, "No connection in time.", exception.InnerException);
        }
    }

    private static async Task<HttpResponseMessage> ReadWholeAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            byte[] body = await ReadAsync(response, cancel).ConfigureAwait(false);
            HttpContentHeaders headers = response.Content.Headers;
            response.Content = new ByteArrayContent(body);
            foreach ((string name, IEnumerable<string> values) in headers)
            {
                response.Content.Headers.TryAddWithoutValidation(name, values);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        using Stream stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancel).ConfigureAwait(false)) > 0)
        {
            body.Write(chunk, 0, read);
            if (body.Length > LargestBody)
            {
                throw new AwsConnectionException(
                    AwsConnectionFailure.AnswerUnreadable,
                    string.Create(CultureInfo.InvariantCulture, $"The answer from {response.RequestMessage?.RequestUri?.Authority} is longer than "
                        + $"{LargestBody} bytes; the service sends nothing like it."))
                {
                    HttpStatus = (int)response.StatusCode,
                };
            }
        }

        return body.ToArray();
    }
}
