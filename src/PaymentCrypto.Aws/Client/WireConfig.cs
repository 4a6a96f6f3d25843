using System.Reflection;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Aws.Settings;

namespace PaymentCrypto.Aws.Client;

/// <summary>
/// The client configuration of one service. Every value that the SDK would look up by itself is given, so that nothing is taken from its caches.
/// </summary>
internal sealed class WireConfig : ClientConfig
{
    private static readonly string ProductVersion =
        typeof(WireConfig).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly Service _service;

    internal WireConfig(ClientSettings settings, Service service)
        : base(StandardDefaults.Instance)
    {
        _service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        AuthenticationRegion = settings.Region;
        ServiceURL = settings.EndpointOf(service).AbsoluteUri;
        EndpointProvider = new FixedEndpoint(ServiceURL);
        RetryMode = settings.RetryMode;
        MaxErrorRetry = settings.MaxAttempts - 1;

        // The SDK would send again up to ten times, uncounted and unreported, after a broken connection; so many attempts as asked for are enough.
        MaxStaleConnectionRetries = 0;
        DisableLogging = true;
        HttpClientFactory = new WireHttpClientFactory(settings);
    }

    /// <inheritdoc/>
    public override string ServiceVersion => _service.Version;

    /// <inheritdoc/>
    public override string UserAgent =>
        $"{InternalSDKUtils.BuildUserAgentString(_service.Id.Replace(' ', '_'), ProductVersion)} md/PaymentCrypto#{ProductVersion}";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => _service.EndpointPrefix;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => EndpointProvider.ResolveEndpoint(null);

    // A new one each time: the SDK writes to it.
    private sealed class FixedEndpoint(string url) : IEndpointProvider
    {
        public Endpoint ResolveEndpoint(EndpointParameters? parameters) => new(url);
    }

    private sealed class StandardDefaults : IDefaultConfigurationProvider
    {
        internal static readonly StandardDefaults Instance = new();

        public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint? clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard };
    }
}
