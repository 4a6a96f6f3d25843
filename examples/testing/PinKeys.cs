using System.Net.Http.Headers;
using System.Text.Json;

namespace Testing.Example;

/// <summary>What is tested: code of yours that finds a PIN key by its alias, and tries again when the service is busy.</summary>
/// <remarks>It speaks the protocol itself, to need no other package; with AWSSDK.PaymentCryptography give its configuration the same URL.</remarks>
public sealed class PinKeys(HttpClient http, string serviceUrl)
{
    /// <summary>The check value of the key that an alias stands for.</summary>
    public async Task<string> CheckValueOf(string alias)
    {
        JsonElement key = await Call("GetKey", new Dictionary<string, string> { ["KeyIdentifier"] = alias });
        return key.GetProperty("Key").GetProperty("KeyCheckValue").GetString()!;
    }

    private async Task<JsonElement> Call(string operation, Dictionary<string, string> request)
    {
        for (int attempt = 1; ; attempt++)
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, serviceUrl) { Content = new StringContent(JsonSerializer.Serialize(request)) };
            call.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
            call.Headers.Add("X-Amz-Target", "PaymentCryptographyControlPlane." + operation);
            using HttpResponseMessage answer = await http.SendAsync(call);
            string body = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                return JsonDocument.Parse(body).RootElement;
            }

            if (attempt == 3 || !body.Contains("ThrottlingException", StringComparison.Ordinal))
            {
                throw new HttpRequestException(body, null, answer.StatusCode);
            }
        }
    }
}
