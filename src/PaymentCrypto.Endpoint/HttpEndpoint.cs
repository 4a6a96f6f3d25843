using System.Globalization;
using System.Net;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Connections;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Management;
using PaymentCrypto.Endpoint.Metering;
using PaymentCrypto.Endpoint.Protocol;

namespace PaymentCrypto.Endpoint;

/// <summary>A running endpoint: the listener in front, the protocol behind it, and the counters beside.</summary>
internal sealed class HttpEndpoint : IEndpoint
{
    private readonly EndpointOptions _options;
    private readonly FaultRules _faults = new();
    private readonly RequestMeter _meter;
    private readonly ConnectionListener _listener;
    private readonly DateTimeOffset _startTime;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private Task? _stopping;

    /// <summary>Binds the port and begins to answer.</summary>
    internal HttpEndpoint(EndpointOptions options, Func<AccountScope, IPaymentCryptography> providers)
    {
        _options = options;
        _meter = new RequestMeter(options.KeepsLog);
        var accounts = AccountDirectory.Of(options);
        ICallerResolver callers = VerifiesSignatures
            ? new VerifiedCallers(options, accounts)
            : new UnverifiedCallers(accounts, new AccountScope(options.DefaultAccountId, options.DefaultRegion));
        var handler = new RequestHandler(callers, guardAgainstBrowsers: !VerifiesSignatures, providers, _faults, _meter, options.TimeProvider);
        _startTime = options.TimeProvider.GetUtcNow();
        _listener = new ConnectionListener(options, WithManagement(options, handler, providers));
        Url = UrlOf(options.Certificate is null ? "http" : "https", options.Address, _listener.Port);
    }

    /// <inheritdoc/>
    public Uri Url { get; }

    /// <inheritdoc/>
    public bool VerifiesSignatures => _options.AccessKeys.Count > 0;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> EnvironmentVariables
    {
        get
        {
            var variables = new Dictionary<string, string>
            {
                [Service.ControlPlane.EndpointVariable] = Url.OriginalString,
                [Service.DataPlane.EndpointVariable] = Url.OriginalString,
                ["AWS_REGION"] = _options.DefaultRegion,
                // The one that boto3 reads; every other SDK reads the one above.
                ["AWS_DEFAULT_REGION"] = _options.DefaultRegion,
                ["AWS_ACCESS_KEY_ID"] = VerifiesSignatures ? _options.AccessKeys[0].AccessKeyId : _options.DefaultAccountId,
            };
            if (!VerifiesSignatures)
            {
                // SDKs sign in any case; nobody looks at it.
                variables["AWS_SECRET_ACCESS_KEY"] = "not-verified";
            }

            return variables;
        }
    }

    /// <inheritdoc/>
    public Task Completion => _completion.Task;

    /// <inheritdoc/>
    public EndpointStatistics GetStatistics()
    {
        (long requests, long errors, IReadOnlyList<EndpointOperationStatistics> operations) = _meter.Read();
        return new EndpointStatistics
        {
            StartTime = _startTime,
            OpenConnections = _listener.Connections.Open,
            AcceptedConnections = _listener.Connections.Accepted,
            DisplacedConnections = _listener.Connections.Displaced,
            MalformedRequests = _listener.Malformed,
            Requests = requests,
            Errors = errors,
            Operations = operations,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<EndpointLogEntry> TakeLog() => _meter.TakeLog();

    /// <inheritdoc/>
    public void AddFault(EndpointFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(fault);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EndpointFault> GetFaults() => _faults.List();

    /// <inheritdoc/>
    public void ClearFaults() => _faults.Clear();

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancel)
    {
        lock (_gate)
        {
            return _stopping ??= StopOnceAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _completion.TrySetResult();
    }

    private async Task StopOnceAsync(CancellationToken cancel)
    {
        _faults.EndDelays();
        await _listener.StopAsync(cancel).ConfigureAwait(false);
        Dispose();
    }

    private Func<HttpRequest, CancellationToken, Task<HttpResponse>> WithManagement(
        EndpointOptions options, RequestHandler handler, Func<AccountScope, IPaymentCryptography> providers)
    {
        if (options.Control is null)
        {
            return handler.HandleAsync;
        }

        ManagementHandler management = new(
            options.Control, new ManagementGuard(options.ManagementToken, VerifiesSignatures), providers, _faults, _meter, GetStatistics,
            () => Url, options.TimeProvider);
        return (request, cancel) => ManagementHandler.Handles(request) ? management.HandleAsync(request, cancel) : handler.HandleAsync(request, cancel);
    }

    // Every address of the machine: its own programs reach it on loopback.
    private static Uri UrlOf(string scheme, IPAddress address, int port)
    {
        IPAddress reachable = address.Equals(IPAddress.Any) ? IPAddress.Loopback : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{new IPEndPoint(reachable, port)}"));
    }
}
