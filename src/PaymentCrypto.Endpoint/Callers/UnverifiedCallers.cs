using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.SigV4;

namespace PaymentCrypto.Endpoint.Callers;

/// <summary>Believes what a request says about itself: for loopback, where no access key is configured.</summary>
/// <param name="directory">The accounts.</param>
/// <param name="unsigned">The scope of requests without a signature.</param>
internal sealed class UnverifiedCallers(AccountDirectory directory, AccountScope unsigned) : ICallerResolver
{
    /// <inheritdoc/>
    public Caller Resolve(HttpRequest request)
    {
        if (request.Headers.Get("Authorization") is not { } value)
        {
            return new Caller(unsigned, null);
        }

        var header = AuthorizationHeader.Parse(value);
        return new Caller(directory.ScopeOf(header.AccessKeyId, header.Region), header.AccessKeyId);
    }
}
