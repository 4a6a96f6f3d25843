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
                "The Host header must be localhost or a loopback address while the endpoint does not verify signatures. Configure an access key to allow "
                    + "other names.");
        }
    }

    // The whole header is read, to its last character (RFC 9110 7.2: uri-host [ ":" port ]). What stands behind a loopback address,
    // as in [::1].evil.com or 127.0.0.1:1@evil, would make it a name that somebody else may own.
    private static bool IsThisMachine(ReadOnlySpan<char> host)
    {
        int end = host is ['[', ..] ? host.IndexOf(']') + 1 : host.IndexOf(':');
        ReadOnlySpan<char> name = end < 0 ? host : host[..end];
        return IsPort(host[name.Length..]) && (name is ['[', ..] ? IsLoopbackV6(name) : IsLoopbackName(name));
    }

    private static bool IsPort(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (rest[0] == ':' && rest.Length <= 6 && rest[1..].IndexOfAnyExceptInRange('0', '9') < 0);

    // A zone, as in ::1%eth0, is none of a URI's business.
    private static bool IsLoopbackV6(ReadOnlySpan<char> name) =>
        name.Length > 2
        && !name.Contains('%')
        && IPAddress.TryParse(name[1..^1], out IPAddress? address)
        && IPAddress.IsLoopback(address);

    private static bool IsLoopbackName(ReadOnlySpan<char> name) =>
        name.SequenceEqual("127.0.0.1")
        || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) && Uri.CheckHostName(name.ToString()) == UriHostNameType.Dns)
        || (IPAddress.TryParse(name, out IPAddress? address) && name.SequenceEqual(address.ToString()) && IPAddress.IsLoopback(address));
}
