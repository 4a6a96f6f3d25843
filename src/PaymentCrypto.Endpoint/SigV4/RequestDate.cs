using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The moment at which a request says it was signed.</summary>
/// <param name="Header">The header that says so, in lower case.</param>
/// <param name="Time">The moment.</param>
/// <param name="Text">The moment in the form that is signed, <c>yyyyMMddTHHmmssZ</c>.</param>
internal sealed record RequestDate(string Header, DateTimeOffset Time, string Text)
{
    private const string BasicFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads <c>X-Amz-Date</c>, or <c>Date</c> where there is none.</summary>
    /// <exception cref="UnknownServiceException">IncompleteSignatureException: neither is there, or it is no date.</exception>
    internal static RequestDate Of(HttpRequest request)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        int amzDates = request.Headers.Count("X-Amz-Date");
        if (amzDates > 1)
        {
            throw FrontEndError.Create(FrontEndError.IncompleteSignature, "The request has more than one X-Amz-Date header.");
        }

        string name = amzDates == 1 ? "x-amz-date" : "date";
        string? value = request.Headers.Get(name);
        if (value is null)
        {
            throw FrontEndError.Create(
                FrontEndError.IncompleteSignature, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }

        return DateTimeOffset.TryParseExact(value, name == "date" ? "r" : BasicFormat, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time)
            ? new RequestDate(name, time, name == "date" ? Format(time) : value)
            : throw FrontEndError.Create(FrontEndError.IncompleteSignature, $"The {name} header is not a date of the form yyyyMMddTHHmmssZ.");
    }

    /// <summary>Writes a moment as <c>yyyyMMddTHHmmssZ</c>.</summary>
    internal static string Format(DateTimeOffset time) => time.ToString(BasicFormat, CultureInfo.InvariantCulture);
}
