using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Quotas;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>The data plane's own limits of requests per second: asymmetric keys have a lower one (DATA_PLANE 25). Both are off unless asked for.</summary>
internal sealed class DataRates(ServiceQuotas quotas, TimeProvider clock)
{
    private readonly RequestRate _symmetric = new(quotas.SymmetricRequestsPerSecond, clock);
    private readonly RequestRate _asymmetric = new(quotas.AsymmetricRequestsPerSecond, clock);

    /// <summary>Counts a request; refuses it when the second's worth is used up.</summary>
    /// <exception cref="ThrottlingException">Too many requests.</exception>
    public void Count(AccountScope scope, bool asymmetric) => (asymmetric ? _asymmetric : _symmetric).Count(scope);
}
