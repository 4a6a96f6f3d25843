using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Verifies AWS Signature Version 4 of a request, with the error codes of AWS.</summary>
/// <param name="service">The service that the credential scope must name.</param>
/// <param name="window">How far a signature's date may lie from the clock, either way.</param>
/// <param name="clock">The clock.</param>
internal sealed class SignatureVerifier(string service, TimeSpan window, TimeProvider clock)
{
    private const int DateLength = 8;

    /// <summary>Verifies one request.</summary>
    /// <param name="request">The request as it came.</param>
    /// <param name="header">Its Authorization header.</param>
    /// <param name="key">The key of its credential scope (<see cref="SigningKey.Derive"/>).</param>
    /// <exception cref="UnknownServiceException">InvalidSignatureException or IncompleteSignatureException.</exception>
    internal void Verify(HttpRequest request, AuthorizationHeader header, SigningKey key)
    {
        var date = RequestDate.Of(request);
        CheckScope(header, date);
        CheckSignedHeaders(request, header, date);
        CheckTime(date);
        if (!IsSignedBy(key, request, header, date))
        {
            throw Invalid("The signature does not fit this request: the secret access key is another one, or the request was altered after it was signed.");
        }
    }

    private static bool IsSignedBy(SigningKey key, HttpRequest request, AuthorizationHeader header, RequestDate date)
    {
        const int Digits = 2 * SigningKey.Length;
        Span<byte> signature = stackalloc byte[SigningKey.Length];
        SignedText canonical = new(stackalloc byte[SignedText.Room]);
        CanonicalRequest.Write(ref canonical, request, header.SignedHeaders);
        key.Sign(date.Text, canonical.Bytes, signature);
        canonical.Dispose();

        // Compared as it is written, in lower-case hex: of what is no ASCII comes a question mark, which is no digit.
        Span<byte> expected = stackalloc byte[Digits];
        Span<byte> given = stackalloc byte[Digits];
        LowerHex.Write(signature, expected);
        return header.Signature.Length == Digits
            && Encoding.ASCII.GetBytes(header.Signature, given) == Digits
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private void CheckScope(AuthorizationHeader header, RequestDate date)
    {
        if (header.Service != service)
        {
            throw Invalid($"Credential should be scoped to correct service: '{service}'.");
        }

        if (!date.Text.StartsWith(header.Date, StringComparison.Ordinal) || header.Date.Length != DateLength)
        {
            throw Invalid($"The date in the credential scope is not that of the request, {date.Text[..DateLength]}.");
        }
    }

    // What is not signed can be altered on the way, so everything that steers the request has to be.
    private static void CheckSignedHeaders(HttpRequest request, AuthorizationHeader header, RequestDate date)
    {
        foreach (string name in header.SignedHeaders)
        {
            if (request.Headers.Get(name) is null)
            {
                throw Invalid("SignedHeaders in the Authorization header names a header that the request does not have.");
            }

            if (!IsLowerCase(name))
            {
                throw FrontEndError.Create(FrontEndError.IncompleteSignature, "SignedHeaders in the Authorization header is not in lower case.");
            }
        }

        foreach ((string name, _) in request.Headers.Fields)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                RequireSigned(name, header);
            }
        }

        RequireSigned("host", header);
        RequireSigned(date.Header, header);
    }

    private static bool IsLowerCase(string name)
    {
        foreach (char character in name)
        {
            if (char.IsLetter(character) && !char.IsAsciiLetterLower(character))
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireSigned(string name, AuthorizationHeader header)
    {
        foreach (string signed in header.SignedHeaders)
        {
            if (string.Equals(signed, name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        throw Invalid($"The header {name.ToLowerInvariant()} must be signed.");
    }

    // AWS SDKs look for this wording, up to the server's time in parentheses, to correct their clock.
    private void CheckTime(RequestDate date)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (date.Time < now - window)
        {
            throw Invalid(
                $"Signature expired: {date.Text} is now earlier than {RequestDate.Format(now - window)} ({RequestDate.Format(now)} - {Minutes} min.)");
        }

        if (date.Time > now + window)
        {
            throw Invalid(
                $"Signature not yet current: {date.Text} is still later than {RequestDate.Format(now + window)} ({RequestDate.Format(now)} + {Minutes} min.)");
        }
    }

    private string Minutes => window.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture);

    private static UnknownServiceException Invalid(string message) => FrontEndError.Create(FrontEndError.InvalidSignature, message);
}
