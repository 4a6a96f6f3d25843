using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>Sends one request over and over. A signature is good for some minutes, so that it is made once, and what is measured is its verification.</summary>
internal sealed class TranslationClient : IDisposable
{
    private static readonly MediaTypeHeaderValue MediaType = new("application/json");

    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly Uri _url;
    private readonly byte[] _body;
    private readonly string? _date;
    private readonly string? _authorization;

    public TranslationClient(Uri server, byte[] body, EndpointAccessKey? key)
    {
        _url = new Uri(server, "/pindata/translate");
        _body = body;
        if (key is not null)
        {
            (_date, _authorization) = Sign(server, body, key);
        }
    }

    public async Task CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(_body) { Headers = { ContentType = MediaType } } };
        if (_authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Date", _date);
            request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        }

        using HttpResponseMessage response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();

    /// <summary>AWS Signature Version 4 of now: the date and the Authorization header.</summary>
    public static (string Date, string Authorization) Sign(Uri server, byte[] body, EndpointAccessKey key)
    {
        const string Headers = "content-type;host;x-amz-date";
        string date = DateTimeOffset.UtcNow.ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture);
        string canonical =
            $"POST\n/pindata/translate\n\ncontent-type:application/json\nhost:{server.Authority}\nx-amz-date:{date}\n\n{Headers}\n{Hex(SHA256.HashData(body))}";
        string scope = $"{date[..8]}/us-east-1/payment-cryptography/aws4_request";
        string text = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] signing = scope.Split('/').Aggregate(
            Encoding.UTF8.GetBytes("AWS4" + key.SecretAccessKey), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        string signature = Hex(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(text)));
        return (date, $"AWS4-HMAC-SHA256 Credential={key.AccessKeyId}/{scope}, SignedHeaders={Headers}, Signature={signature}");
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
