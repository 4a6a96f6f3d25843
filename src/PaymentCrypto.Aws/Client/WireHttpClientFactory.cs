using Amazon.Runtime;

namespace PaymentCrypto.Aws.Client;

/// <summary>
/// Makes the HTTP client of one provider. It never follows a redirect: a request body may carry a wrapped key, which goes to the
/// configured endpoint or nowhere.
/// </summary>
internal sealed class WireHttpClientFactory : HttpClientFactory
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    // Long enough to keep a session's connection, short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        TimeSpan timeout = clientConfig.Timeout ?? LongestConnect;
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = timeout < LongestConnect ? timeout : LongestConnect,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        return new HttpClient(new WholeAnswerHandler(sockets)) { Timeout = timeout };
    }
}
