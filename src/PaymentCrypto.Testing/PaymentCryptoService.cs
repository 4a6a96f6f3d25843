using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;

namespace PaymentCrypto.Testing;

/// <summary>
/// A service that stands in for AWS Payment Cryptography, in this process and on a free port of 127.0.0.1. Its keys are in memory and its
/// own: services do not see each other. Safe for use from several threads.
/// </summary>
public sealed class PaymentCryptoService : IAsyncDisposable
{
    private readonly LocalService _service;
    private volatile bool _disposed;

    private PaymentCryptoService(LocalService service, AccountScope scope)
    {
        _service = service;
        AccountId = scope.AccountId;
        Region = scope.Region;
        Clock = new ServiceTestClock(service, RequireRunning);
        Faults = new ServiceFaults(service.Endpoint, RequireRunning);
    }

    /// <summary>The URL for both planes, for the <c>ServiceURL</c> of an SDK's configuration; without a slash at its end.</summary>
    public string ServiceUrl => _service.Endpoint.Url.OriginalString;

    /// <summary>An access key id. Any will do: signatures are not looked at, and 12 digits are an account of their own.</summary>
    public string AccessKeyId => AccountId;

    /// <summary>A secret key for <see cref="AccessKeyId"/>; it opens nothing.</summary>
    public string SecretAccessKey => EnvironmentVariables["AWS_SECRET_ACCESS_KEY"];

    /// <summary>The account, 12 digits.</summary>
    public string AccountId { get; }

    /// <summary>The region.</summary>
    public string Region { get; }

    /// <summary>The environment variables that point an AWS SDK, in any language, at this service.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentVariables => _service.Endpoint.EnvironmentVariables;

    /// <summary>The service's clock.</summary>
    public ServiceTestClock Clock { get; }

    /// <summary>The faults that it is to rehearse.</summary>
    public ServiceFaults Faults { get; }

    /// <summary>Starts a service with an empty account; it listens when this completes.</summary>
    /// <param name="accountId">The account, 12 digits.</param>
    /// <param name="region">The region.</param>
    /// <returns>The service; <c>await using</c> ends it.</returns>
    /// <exception cref="InvalidConfigurationException">The account or region is none.</exception>
    public static async Task<PaymentCryptoService> StartAsync(string accountId = AccountScope.DefaultAccountId, string region = AccountScope.DefaultRegion)
    {
        AccountScope scope = new(accountId, region);
        var service = LocalService.Start(new LocalServiceOptions { Scope = scope, KeyPairStock = 0, Engines = WarmRoots.Engines });
        await service.Opened.ConfigureAwait(false);
        return new PaymentCryptoService(service, scope);
    }

    /// <summary>
    /// Makes test keys: all of them, or none when one is wrong. Without material a symmetric key is derived from its alias, the same in every run.
    /// </summary>
    /// <remarks>A key that is there already as described is left alone, so several tests may seed a service that they share.</remarks>
    /// <param name="keys">The keys.</param>
    /// <returns>One for each key, in their order.</returns>
    /// <exception cref="InvalidConfigurationException">A key is wrong: "test key 2, Material: ..." is the second; or its alias is another key's.</exception>
    /// <exception cref="ObjectDisposedException">The service has ended.</exception>
    public Task<IReadOnlyList<SeededKey>> SeedAsync(params TestKey[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return SeedAsync(TestKeyJson.Of(keys), SeedFormat.Json, "test key");
    }

    /// <summary>Makes the test keys of a seed file: the same .json, .psd1 and .csv as <c>paymentcrypto serve --seed</c> takes.</summary>
    /// <param name="path">The file.</param>
    /// <returns>One for each key, in their order.</returns>
    /// <exception cref="InvalidConfigurationException">The seed is wrong; the message names file, line and field.</exception>
    /// <exception cref="ArgumentException">The file's name does not say its form.</exception>
    /// <exception cref="ObjectDisposedException">The service has ended.</exception>
    public async Task<IReadOnlyList<SeededKey>> SeedFileAsync(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        SeedFormat format = SeedSource.FormatOf(path) ?? throw new ArgumentException($"A seed is a {SeedSource.Extensions} file, not '{path}'.", nameof(path));
        return await SeedAsync(await File.ReadAllBytesAsync(path).ConfigureAwait(false), format, SeedSource.LinesOf(path)).ConfigureAwait(false);
    }

    /// <summary>Begins anew: no keys, no faults, the real time. The URL stays.</summary>
    /// <exception cref="ObjectDisposedException">The service has ended.</exception>
    public async Task ResetAsync()
    {
        RequireRunning();
        await _service.ResetAsync(CancellationToken.None).ConfigureAwait(false);
        Faults.Clear();
    }

    /// <summary>Lets the calls in hand finish, without the delays that were to be rehearsed, and forgets every key. A second time does nothing.</summary>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return _service.DisposeAsync();
    }

    /// <summary>The URL.</summary>
    public override string ToString() => ServiceUrl;

    // A moved clock or a fault of a service that has ended would be without effect, and the test would pass for nothing.
    private void RequireRunning() => ObjectDisposedException.ThrowIf(_disposed, this);

    private async Task<IReadOnlyList<SeededKey>> SeedAsync(byte[] seed, SeedFormat format, string source)
    {
        RequireRunning();
        SeedResponse seeded = await _service.SeedAsync(seed, format, source, CancellationToken.None).ConfigureAwait(false);
        return [.. seeded.Keys.Select(static key => new SeededKey(key.KeyArn!, key.KeyCheckValue!))];
    }
}
