using Microsoft.Extensions.Time.Testing;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Metering;
using PaymentCrypto.Endpoint.Protocol;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The endpoint without its listener.</summary>
internal sealed class HandlerHarness
{
    private readonly RequestHandler _handler;

    public HandlerHarness(FakeProvider? provider = null, EndpointOptions? options = null)
    {
        Provider = provider ?? new FakeProvider();
        EndpointOptions settings = (options ?? new EndpointOptions()) with { TimeProvider = Clock };
        var accounts = AccountDirectory.Of(settings);
        bool verifies = settings.AccessKeys.Count > 0;
        ICallerResolver callers = verifies
            ? new VerifiedCallers(settings, accounts)
            : new UnverifiedCallers(accounts, new AccountScope(settings.DefaultAccountId, settings.DefaultRegion));
        _handler = new RequestHandler(callers, !verifies, Provider.ForScope, Faults, Meter, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FakeProvider Provider { get; }

    public FaultRules Faults { get; } = new();

    public RequestMeter Meter { get; } = new();

    public Task<HttpResponse> Send(HttpRequest request) => _handler.HandleAsync(request, TestContext.Current.CancellationToken);

    public Task<HttpResponse> GetAlias(params (string Name, string? Value)[] headers) => Send(Requests.Post("GetAlias", Requests.GetAliasBody, headers));
}
