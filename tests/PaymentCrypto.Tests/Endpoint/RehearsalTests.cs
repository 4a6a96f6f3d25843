using System.Collections.Concurrent;
using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Protocol;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The call that an endpoint makes itself before anybody else does.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task It_reaches_the_provider_once_and_only_reads()
    {
        ConcurrentQueue<ApiRequest> requests = new();
        FakeProvider provider = new()
        {
            Answer = (request, _) =>
            {
                requests.Enqueue(request);
                return Task.FromResult<ApiResponse?>(new ListKeysResponse { Keys = [] });
            },
        };

        await Rehearsal.RunAsync(provider.ForScope(new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion)));

        Assert.IsType<ListKeysRequest>(Assert.Single(requests));
    }

    [Fact]
    public async Task A_provider_that_fails_disturbs_nobody()
    {
        FakeProvider provider = new() { Answer = (_, _) => throw new InvalidOperationException("closed") };

        await Rehearsal.RunAsync(provider.ForScope(new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion)));

        Assert.Equal(1, provider.Calls);
    }
}
