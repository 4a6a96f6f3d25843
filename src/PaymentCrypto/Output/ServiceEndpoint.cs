using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto;

/// <summary>An endpoint and what it has done so far. The counts are those of the moment of the call; Get-PcEndpoint has newer ones.</summary>
public sealed partial class ServiceEndpoint
{
    /// <summary>Creates an empty description.</summary>
    public ServiceEndpoint()
    {
    }

    internal ServiceEndpoint(RunningEndpoint running)
    {
        Handle = running;
        IEndpoint endpoint = running.Endpoint;
        EndpointStatistics statistics = endpoint.GetStatistics();
        Url = endpoint.Url.OriginalString;
        ListenAddress = running.Options.Address.ToString();
        Port = endpoint.Url.Port;
        Running = running.Running;
        VerifiesSignatures = endpoint.VerifiesSignatures;
        AccountId = running.Options.DefaultAccountId;
        Region = running.Options.DefaultRegion;
        Path = running.StorePath;
        EnvironmentVariables = new Dictionary<string, string>(endpoint.EnvironmentVariables);
        StartTime = statistics.StartTime.UtcDateTime;
        Requests = statistics.Requests;
        Errors = statistics.Errors;
        MalformedRequests = statistics.MalformedRequests;
        OpenConnections = statistics.OpenConnections;
        AcceptedConnections = statistics.AcceptedConnections;
        DisplacedConnections = statistics.DisplacedConnections;
        Operations = [.. statistics.Operations.Select(static operation => new EndpointOperation(operation))];
        Faults = [.. endpoint.GetFaults().Select(static fault => new EndpointFaultRule(fault))];
    }

    /// <summary>The URL to give to an SDK.</summary>
    public string? Url { get; set; }

    /// <summary>The address that it listens on.</summary>
    public string? ListenAddress { get; set; }

    /// <summary>The TCP port.</summary>
    public int Port { get; set; }

    /// <summary>Whether it answers.</summary>
    public bool Running { get; set; }

    /// <summary>Whether requests must be signed with its access key.</summary>
    public bool VerifiesSignatures { get; set; }

    /// <summary>The account of requests whose access key names none.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region of unsigned requests, and of <see cref="EnvironmentVariables"/>.</summary>
    public string? Region { get; set; }

    /// <summary>The file of the store behind it; null in memory.</summary>
    public string? Path { get; set; }

    /// <summary>
    /// The environment variables that point an AWS SDK or the AWS CLI here. The secret key is among them, as a placeholder, only
    /// when signatures are not verified.
    /// </summary>
    public IDictionary<string, string>? EnvironmentVariables { get; set; }

    /// <summary>When it began to listen, UTC.</summary>
    public DateTime StartTime { get; set; }

    /// <summary>Requests that were answered, errors included.</summary>
    public long Requests { get; set; }

    /// <summary>Requests that were answered with an error, rehearsed ones included.</summary>
    public long Errors { get; set; }

    /// <summary>Requests that were not HTTP, too large or too slow; they are in no other count.</summary>
    public long MalformedRequests { get; set; }

    /// <summary>Connections that are open.</summary>
    public int OpenConnections { get; set; }

    /// <summary>Connections that were ever accepted.</summary>
    public long AcceptedConnections { get; set; }

    /// <summary>Connections that had to give way, or were not let in, because there were too many.</summary>
    public long DisplacedConnections { get; set; }

    /// <summary>The operations that were called.</summary>
    public EndpointOperation[] Operations { get; set; } = [];

    /// <summary>The faults that are still to come.</summary>
    public EndpointFaultRule[] Faults { get; set; } = [];

    internal RunningEndpoint? Handle { get; }

    /// <inheritdoc/>
    public override string ToString() => Url ?? string.Empty;
}
