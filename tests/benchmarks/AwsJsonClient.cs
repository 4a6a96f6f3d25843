using System.Net.Http.Headers;
using System.Text.Json;

namespace PaymentCrypto.Benchmarks;

/// <summary>The least that a client of AWS JSON 1.0 can be: one connection, no signature.</summary>
internal sealed class AwsJsonClient(Uri url) : IDisposable
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/x-amz-json-1.0");

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });

    /// <summary>Calls an operation; anything but success is an exception.</summary>
    /// <returns>The body of the answer.</returns>
    public async Task<byte[]> BodyAsync(string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, MediaType) };
        request.Headers.Add("X-Amz-Target", "PaymentCryptographyControlPlane." + operation);
        using HttpResponseMessage response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Calls an operation and reads its answer.</summary>
    public async Task<JsonElement> CallAsync(string operation, string body) => JsonSerializer.Deserialize<JsonElement>(await BodyAsync(operation, body));

    public void Dispose() => _http.Dispose();
}
