using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>A provider in use. Disposing it gives back what it holds open.</summary>
internal sealed class ProviderConnection : IDisposable
{
    private readonly IPaymentCryptography _client;
    private readonly EngineLease? _lease;

    public ProviderConnection(ProviderSettings settings, IPaymentCryptography client, TimeProvider clock, EngineLease? lease = null)
    {
        Settings = settings;
        Clock = clock;
        _client = client;
        _lease = lease;
    }

    /// <summary>What it was made from.</summary>
    public ProviderSettings Settings { get; }

    /// <summary>The provider's clock, which is the one that expiry is about.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The local store's file; null in memory and on AWS.</summary>
    public string? StorePath => _lease?.Engine.StorePath;

    /// <summary>What the user should know about the store.</summary>
    public IReadOnlyList<string> OpeningWarnings => _lease?.Engine.OpeningWarnings ?? [];

    /// <summary>A second connection, independent of how long this one lives.</summary>
    public ProviderConnection Share() => new(Settings, _client, Clock, _lease?.Share());

    /// <summary>No one else gets this connection's engine: what opened the store does not open it any more.</summary>
    public void Retire() => _lease?.Retire();

    /// <summary>
    /// Starts an operation off the calling thread. A caller that stops waiting does not close the store under it: the engine
    /// stays open until the operation has ended.
    /// </summary>
    public Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        EngineLease? lease = _lease?.Share();
        return Task.Run(
            async () =>
            {
                using (lease)
                {
                    return await _client.SendAsync(request, cancel).ConfigureAwait(false);
                }
            },
            CancellationToken.None);
    }

    public void Dispose() => _lease?.Dispose();
}
