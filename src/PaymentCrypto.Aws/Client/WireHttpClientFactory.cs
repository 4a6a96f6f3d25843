using Amazon.Runtime;
using PaymentCrypto.Aws.Settings;

namespace PaymentCrypto.Aws.Client;

/// <summary>
/// Makes the HTTP client of one provider. It never follows a redirect: a request body may carry a wrapped key, which goes to the
/// configured endpoint or nowhere.
/// </summary>
internal sealed class WireHttpClientFactory(ClientSettings settings) : HttpClientFactory
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    // Long enough to keep a session's connection, short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = settings.Timeout < LongestConnect ? settings.Timeout : LongestConnect,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        return new HttpClient(new WholeAnswerHandler(sockets, settings.Timeout, settings.TimeProvider)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
