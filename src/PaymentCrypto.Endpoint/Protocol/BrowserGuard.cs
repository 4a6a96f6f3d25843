using System.Net;
using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>
/// Keeps web pages out of an endpoint that does not verify signatures. A page can send requests to 127.0.0.1 through its visitor's
/// browser, and with a host name that it points there (DNS rebinding) even read the answers. Browsers mark such requests with Origin,
/// and with the page's own name in Host. No AWS SDK or tool outside of a browser does either.
/// </summary>
internal static class BrowserGuard
{
    /// <summary>Refuses a request that a web page may have sent.</summary>
    /// <exception cref="AccessDeniedException">It has an Origin, or is not addressed to this machine itself.</exception>
    internal static void Check(HttpRequest request)
    {
        if (request.Headers.Get("Origin") is not null)
        {
            throw new AccessDeniedException("Requests from web pages are refused while the endpoint does not verify signatures.");
        }

        if (request.Headers.Get("Host") is { } host && !IsThisMachine(host))
        {
            throw new AccessDeniedException(
                "The Host header must be localhost or a loopback address while the endpoint does not verify signatures. Configure an access key to allow other names.");
        }
    }

    private static bool IsThisMachine(string host)
    {
        string name = host.StartsWith('[') ? host.Split(']')[0].TrimStart('[') : host.Split(':')[0];
        return string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out IPAddress? address) && IPAddress.IsLoopback(address));
    }
}
