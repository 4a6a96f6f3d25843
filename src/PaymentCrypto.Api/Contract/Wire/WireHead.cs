namespace PaymentCrypto.Api.Wire;

/// <summary>The head of a request as a server has it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without a query, percent-encoded as sent.</param>
/// <param name="Headers">Every value of a header.</param>
public sealed record WireHead(string Method, string Path, Func<string, IEnumerable<string>> Headers)
{
    /// <summary>Refuses a body that is not of a media type, or is encoded.</summary>
    /// <exception cref="UnknownServiceException">It is of another one.</exception>
    internal void RequireMediaType(string mediaType)
    {
        ReadOnlySpan<char> given = Headers("Content-Type").FirstOrDefault();
        int parameters = given.IndexOf(';');
        if (!(parameters < 0 ? given : given[..parameters]).Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw FrontEndError.Create(FrontEndError.UnsupportedMediaType, $"The Content-Type must be {mediaType}.");
        }

        if (Headers("Content-Encoding").Any(encoding => encoding is not ("" or "identity")))
        {
            throw FrontEndError.Create(FrontEndError.UnsupportedMediaType, "The body must not have a Content-Encoding.");
        }
    }
}
