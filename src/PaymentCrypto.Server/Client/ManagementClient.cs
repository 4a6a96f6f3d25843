using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PaymentCrypto.Server.Client;

/// <summary>Speaks to <c>/_paymentcrypto/</c> of a running server.</summary>
internal sealed class ManagementClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly Uri _server;

    /// <summary>Speaks to a server.</summary>
    /// <param name="server">Its URL.</param>
    /// <param name="token">Its management token; null for none.</param>
    /// <param name="authorities">Which certificates it may have under TLS; null for those that the system trusts.</param>
    internal ManagementClient(Uri server, string? token, X509ChainPolicy? authorities)
    {
        _server = server;
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        handler.SslOptions.CertificateChainPolicy = authorities;
        _http = new HttpClient(handler) { Timeout = Patience };
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request and returns the JSON of the answer.</summary>
    /// <param name="method">The method.</param>
    /// <param name="what">What stands after the root, such as <c>health</c>.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ManagementFailure">Nobody answers, or the answer is no.</exception>
    internal async Task<JsonElement> SendAsync(HttpMethod method, string what, byte[]? body, string contentType, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server, "/_paymentcrypto/" + what));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        }

        byte[] answer;
        HttpStatusCode status;
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            status = response.StatusCode;
            answer = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new ManagementFailure($"{_server.OriginalString} does not answer: {Why(e)}");
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ManagementFailure($"{_server.OriginalString} has not answered for {Patience.TotalSeconds} seconds.");
        }

        try
        {
            using var document = JsonDocument.Parse(answer);
            JsonElement root = document.RootElement.Clone();
            return (int)status < 400
                ? root
                : throw new ManagementFailure($"{root.GetProperty("message").GetString()} ({root.GetProperty("error").GetString()})");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ManagementFailure(
                $"{_server.OriginalString} is not a server of PaymentCrypto that can be managed: it answers {(int)status} to /_paymentcrypto/{what}.");
        }
    }

    private static string Why(HttpRequestException e) => e switch
    {
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            "nothing listens there. Is the server running, and is this its URL?",
        { HttpRequestError: HttpRequestError.ResponseEnded } =>
            "it ended the connection. If the server was started with --tls-certificate, its URL begins with https.",
        { InnerException: AuthenticationException inner } =>
            $"TLS did not come about. {inner.Message.TrimEnd('.')}. Is it a server with --tls-certificate, for this name, "
            + $"and does {TrustedAuthorities.Variable} name the PEM file of its authority?",
        _ => $"{(e.InnerException?.Message ?? e.Message).TrimEnd('.')}. Is the server running, and is this its URL?",
    };
}
