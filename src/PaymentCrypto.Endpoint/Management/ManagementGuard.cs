using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Protocol;

namespace PaymentCrypto.Endpoint.Management;

/// <summary>
/// Who may manage: with a token whoever has it; without one every program on this machine, but only where it may call anyway, which is
/// on loopback and without access keys. Web pages never.
/// </summary>
/// <param name="token">The bearer token; null for none.</param>
/// <param name="verifiesSignatures">Whether the endpoint demands signatures, and so may listen beyond this machine.</param>
internal sealed class ManagementGuard(string? token, bool verifiesSignatures)
{
    // RFC 6750 2.1; the name of a scheme has no case (RFC 9110 11.1).
    private const string Scheme = "Bearer ";

    // RFC 7617: what a browser asks its user for and sends.
    private const string BasicScheme = "Basic ";

    private readonly byte[]? _token = token is null ? null : Encoding.UTF8.GetBytes(token);

    /// <summary>Whether the request may see more than that the endpoint is alive.</summary>
    internal bool Allows(HttpRequest request)
    {
        try
        {
            Check(request);
            return true;
        }
        catch (Exception e) when (e is ManagementException or AccessDeniedException)
        {
            return false;
        }
    }

    /// <summary>Refuses a request that may not manage.</summary>
    /// <exception cref="ManagementException">No token, or a wrong one.</exception>
    /// <exception cref="AccessDeniedException">A web page may have sent it.</exception>
    internal void Check(HttpRequest request) => Check(request, passwordToo: false);

    /// <summary>
    /// Refuses a request that may not look at the page. A browser has no way to send a bearer token, so the token may be a password
    /// here, with any user name. Nothing that changes something takes one: a browser sends it along with what other pages ask for.
    /// </summary>
    /// <exception cref="ManagementException">No token, or a wrong one.</exception>
    /// <exception cref="AccessDeniedException">A web page may have sent it.</exception>
    internal void CheckPage(HttpRequest request) => Check(request, passwordToo: true);

    private static byte[] Given(string authorization, bool passwordToo)
    {
        if (authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8.GetBytes(authorization[Scheme.Length..]);
        }

        byte[] pair = new byte[authorization.Length];
        return passwordToo && authorization.StartsWith(BasicScheme, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(authorization[BasicScheme.Length..], pair, out int length)
            && pair.AsSpan(0, length).IndexOf((byte)':') is >= 0 and int colon
            ? pair[(colon + 1)..length]
            : [];
    }

    private void Check(HttpRequest request, bool passwordToo)
    {
        if (!verifiesSignatures)
        {
            BrowserGuard.Check(request);
        }
        else if (request.Headers.Get("Origin") is not null)
        {
            throw new AccessDeniedException("Management requests from web pages are refused.");
        }

        if (_token is not null)
        {
            string[] values = request.Headers.GetAll("Authorization");
            if (values is not [{ } value] || !CryptographicOperations.FixedTimeEquals(Given(value, passwordToo), _token))
            {
                throw new ManagementException(401, "PcManagementTokenWrong",
                    "This needs the header 'Authorization: Bearer TOKEN' with the server's management token.");
            }
        }
        else if (verifiesSignatures)
        {
            throw new ManagementException(
                403, "PcManagementClosed", "A server that verifies signatures is managed with a token only: start it with PAYMENTCRYPTO_MANAGEMENT_TOKEN or "
                    + "--management-token-file.");
        }
    }

    /// <summary>
    /// Refuses a body that a form or script of a web page could send without asking first (Fetch standard: the content types of a
    /// simple request), beside the checks of Origin and Host.
    /// </summary>
    /// <returns>The media type, in lower case.</returns>
    internal static string CheckContentType(HttpRequest request, params ReadOnlySpan<string> allowed)
    {
        string type = (request.Headers.Get("Content-Type") ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();
        return allowed.Contains(type)
            ? type
            : throw new ManagementException(415, "PcManagementContentType", $"The Content-Type is '{type}'; send {string.Join(" or ", allowed.ToArray())}.");
    }
}
