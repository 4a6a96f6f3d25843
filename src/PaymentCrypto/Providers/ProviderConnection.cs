using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Values;

namespace PaymentCrypto.Providers;

/// <summary>A provider in use. Disposing it gives back what it holds open.</summary>
internal sealed class ProviderConnection : IDisposable
{
    private readonly IPaymentCryptography _client;
    private readonly IProviderLease? _lease;
    private readonly KnownNeighbour _neighbour;

    public ProviderConnection(ProviderSettings settings, IPaymentCryptography client, TimeProvider clock, IProviderLease? lease = null)
        : this(settings, client, clock, lease, new KnownNeighbour())
    {
    }

    private ProviderConnection(ProviderSettings settings, IPaymentCryptography client, TimeProvider clock, IProviderLease? lease, KnownNeighbour neighbour)
    {
        _neighbour = neighbour;
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

    /// <summary>Whether it is the local engine, which answers requests that the service does not know.</summary>
    public bool IsLocal => Engine is not null;

    /// <summary>The region.</summary>
    public string Region => Aws?.Region ?? Settings.Scope.Region;

    /// <summary>The AWS provider; null on the local engine.</summary>
    public IAwsProvider? Aws => (_lease as AwsLease)?.Provider;

    /// <summary>What the objects that come of it say of their origin.</summary>
    public Origin Origin => new(Settings.Name, AccountId, Region, Clock);

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
    public ProviderConnection Share() => new(Settings, _client, Clock, _lease?.Share(), _neighbour);

    /// <summary>No one else gets this connection's engine: what opened the store does not open it any more.</summary>
    public void Retire() => (_lease as EngineLease)?.Retire();

    /// <summary>
    /// Carries out an operation; what takes time is off the calling thread, of which either provider takes care. A caller that stops waiting does not close the
    /// store under it: the engine
    /// stays open until the operation has ended.
    /// </summary>
    public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        using IProviderLease? lease = _lease?.Share();
        return await _client.SendAsync(request, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether an operation is over sooner than another thread would have begun it: the data plane of the local engine. It runs on the thread
    /// that calls <see cref="SendHereAsync"/>, and says and asks nothing on its way.
    /// </summary>
    public bool IsImmediate(ApiRequest request) => Engine is not null && OperationCatalog.Find(request.Operation)?.Service == Service.DataPlane;

    /// <summary>Carries out an operation on the calling thread. The caller keeps this connection open meanwhile.</summary>
    public Task<TResponse> SendHereAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse => _client.SendAsync(request, cancel);

    /// <summary>The same service, with the steps of its operations written down.</summary>
    /// <param name="log">Where the steps go.</param>
    /// <exception cref="NotSupportedByProviderException">This is not the local engine: AWS never tells what it computes on the way.</exception>
    public IPaymentCryptography Explaining(StepLog log) => Engine is { } engine
        ? engine.Explaining(Settings.Scope, log)
        : throw new NotSupportedByProviderException($"-ShowSteps shows what the local engine computes; {Settings.Name} answers the result alone.")
        {
            RecommendedAction = "Leave out -ShowSteps, or rehearse the same call on the local engine with a test key and -Provider Local; "
                + "the calculators, such as Get-PcMac, take clear test keys.",
        };

    /// <summary>
    /// A key identifier in a form that the service takes: it knows no bare key ids. On AWS only the service knows the account of the
    /// credentials, so one key of the listing is asked for, once, and the id is completed beside it.
    /// </summary>
    public async Task<string> ToServiceFormAsync(string identifier, CancellationToken cancel)
    {
        if (AccountId is not null || !KeyIdentifier.IsKeyId(identifier))
        {
            return AccountId is null ? identifier : KeyIdentifier.ToServiceForm(identifier, Settings.Scope);
        }

        _neighbour.KeyArn ??= await AnyKeyAsync(cancel).ConfigureAwait(false);
        return _neighbour.KeyArn is { } arn ? KeyIdentifier.Beside(arn, identifier) : identifier;
    }

    /// <summary>For messages.</summary>
    public override string ToString() => Aws is { } aws
        ? $"provider {Settings.Name}, region {aws.Region}, endpoint {aws.Endpoint.GetLeftPart(UriPartial.Path)}, credentials from {aws.CredentialSource}"
        : $"provider {Settings.Name}, account {Settings.Scope.AccountId}, region {Settings.Scope.Region}, store {StorePath ?? "in memory"}";

    public void Dispose() => _lease?.Dispose();

    // Keys of several regions may be missing from the listing, but have aliases. Who may list neither is told by the service that it
    // takes no bare id, which is about the user's own call.
    private async Task<string?> AnyKeyAsync(CancellationToken cancel)
    {
        try
        {
            ListKeysResponse keys = await SendAsync(new ListKeysRequest { MaxResults = 1 }, cancel).ConfigureAwait(false);
            if (keys.Keys is [{ KeyArn: { } arn }, ..])
            {
                return arn;
            }

            ListAliasesResponse aliases = await SendAsync(new ListAliasesRequest { MaxResults = 100 }, cancel).ConfigureAwait(false);
            return aliases.Aliases?.Select(static alias => alias.KeyArn).FirstOrDefault(static key => key is not null);
        }
        catch (AccessDeniedException)
        {
            return null;
        }
    }

    // Shared by the connections of one provider.
    private sealed class KnownNeighbour
    {
        public string? KeyArn { get; set; }
    }
}
