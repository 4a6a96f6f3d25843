using System.Net.Http.Headers;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Benchmarks;

/// <summary>Imports that are refused, in the engine and over HTTP.</summary>
internal sealed class RefusedImport(Uri url) : IDisposable
{
    private static readonly ApiOperation Operation = OperationCatalog.Find("ImportKey")!;

    private readonly HttpClient _http = new();

    /// <summary>Sends one over HTTP.</summary>
    /// <returns>What the wire says of it.</returns>
    public async Task<string> SendAsync(ImportKeyRequest import)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Operation.WriteRequest(import)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", "PaymentCryptographyControlPlane.ImportKey");
        using HttpResponseMessage response = await _http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? throw new InvalidOperationException("It was imported.") : $"{(int)response.StatusCode}";
    }

    /// <summary>Gives one to the engine.</summary>
    /// <returns>The check that failed, which only the owner of the key is told.</returns>
    public static async Task<string> WhyAsync(IPaymentCryptography service, ImportKeyRequest import)
    {
        try
        {
            await service.SendAsync(import, CancellationToken.None);
        }
        catch (ValidationException refusal) when (refusal.OwnersDetail is { } detail)
        {
            return detail.Split(')')[0].TrimStart('(');
        }

        throw new InvalidOperationException("It was imported.");
    }

    public void Dispose() => _http.Dispose();
}
