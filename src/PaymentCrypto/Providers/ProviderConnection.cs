using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>A provider in use. Disposing it gives back what it holds open.</summary>
internal sealed class ProviderConnection : IDisposable
{
    private readonly IPaymentCryptography _client;
    private readonly IProviderLease? _lease;

    public ProviderConnection(ProviderSettings settings, IPaymentCryptography client, TimeProvider clock, IProviderLease? lease = null)
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
    public string? StorePath => Engine?.StorePath;

    /// <summary>What the user should know about the store.</summary>
    public IReadOnlyList<string> OpeningWarnings => Engine?.OpeningWarnings ?? [];

    /// <summary>The account; null on AWS, where the credentials decide it and only the service knows.</summary>
    public string? AccountId => Engine is null ? null : Settings.Scope.AccountId;

    /// <summary>The region.</summary>
    public string Region => Aws?.Region ?? Settings.Scope.Region;

    /// <summary>The AWS provider; null on the local engine.</summary>
    public IAwsProvider? Aws => (_lease as AwsLease)?.Provider;

    private ILocalEngine? Engine => (_lease as EngineLease)?.Engine;

    /// <summary>The local engine for every account and region, for as long as this connection lives.</summary>
    /// <exception cref="NotSupportedByProviderException">This is not the local engine.</exception>
    public Func<AccountScope, IPaymentCryptography> ForEveryScope() => Engine is { } engine
        ? engine.ForScope
        : throw new NotSupportedByProviderException($"An endpoint stands before the local engine, not before {Settings.Name}.")
        {
            RecommendedAction = "Choose the local engine with Set-PcProvider Local, or for this one call with -Provider Local.",
        };

    /// <summary>A second connection, independent of how long this one lives.</summary>
    public ProviderConnection Share() => new(Settings, _client, Clock, _lease?.Share());

    /// <summary>No one else gets this connection's engine: what opened the store does not open it any more.</summary>
    public void Retire() => (_lease as EngineLease)?.Retire();

    /// <summary>
    /// Starts an operation off the calling thread. A caller that stops waiting does not close the store under it: the engine
    /// stays open until the operation has ended.
    /// </summary>
    public Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        IProviderLease? lease = _lease?.Share();
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

    /// <summary>For messages.</summary>
    public override string ToString() => Aws is { } aws
        ? $"provider {Settings.Name}, region {aws.Region}, endpoint {aws.Endpoint.GetLeftPart(UriPartial.Path)}, credentials from {aws.CredentialSource}"
        : $"provider {Settings.Name}, account {Settings.Scope.AccountId}, region {Settings.Scope.Region}, store {StorePath ?? "in memory"}";

    public void Dispose() => _lease?.Dispose();
}
