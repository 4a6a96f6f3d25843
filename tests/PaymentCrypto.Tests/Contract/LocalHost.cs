using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Contract;

/// <summary>The local engine in this process, on a store in memory.</summary>
public sealed class LocalHost : IContractHost
{
    private readonly TemporaryStore _store = new();

    public LocalHost() => Engine = _store.Open(options => options with { InMemory = true, TimeProvider = TimeProvider.System });

    internal ILocalEngine Engine { get; }

    public Task<IPaymentCryptography> For(AccountScope scope) => Task.FromResult<IPaymentCryptography>(Engine.ForScope(scope));

    public void Dispose()
    {
        Engine.Dispose();
        _store.Dispose();
    }
}
