using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>A service with nothing behind it, for those who manage it.</summary>
internal sealed class FakeControl : IServiceControl
{
    public int Resets { get; private set; }

    public TimeSpan TimeOffset { get; private set; }

    public ServiceDescription Describe() => new() { Version = "1", Scope = new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion), Store = "memory" };

    public void MoveClock(TimeSpan offset) => TimeOffset = offset;

    public void AdvanceClock(TimeSpan by) => TimeOffset += by;

    public Task<int> ResetAsync(CancellationToken cancel)
    {
        Resets++;
        return Task.FromResult(7);
    }

    public Task<SeedResponse> SeedAsync(ReadOnlyMemory<byte> plan, SeedFormat format, CancellationToken cancel) => Task.FromResult(new SeedResponse { Keys = [] });
}
