using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>One use of an AWS provider. Its connections close with the last lease.</summary>
internal sealed class AwsLease : IProviderLease
{
    private readonly Count _count;
    private int _disposed;

    /// <summary>The first lease; it takes over the provider.</summary>
    public AwsLease(IAwsProvider provider)
        : this(provider, new Count())
    {
    }

    private AwsLease(IAwsProvider provider, Count count)
    {
        Provider = provider;
        _count = count;
        Interlocked.Increment(ref count.Leases);
    }

    /// <summary>The provider, open.</summary>
    public IAwsProvider Provider { get; }

    public IProviderLease Share() => new AwsLease(Provider, _count);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0 && Interlocked.Decrement(ref _count.Leases) == 0)
        {
            Provider.Dispose();
        }
    }

    private sealed class Count
    {
        public int Leases;
    }
}
