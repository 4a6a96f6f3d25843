using System.Globalization;
using System.Management.Automation;
using PaymentCrypto.Completion;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet about endpoints of this session: all of them, those on some ports, or those that are given.</summary>
public abstract class PcEndpointCmdlet : PcCmdlet
{
    private protected const string PortSet = "Port";
    private protected const string EndpointSet = "Endpoint";

    private protected PcEndpointCmdlet()
    {
    }

    /// <summary>Only the endpoints on these ports. Unless given, every endpoint of the session.</summary>
    [Parameter(ParameterSetName = PortSet)]
    [ArgumentCompleter(typeof(EndpointPortCompleter))]
    [ValidateRange(1, 65535)]
    public virtual int[]? Port { get; set; }

    /// <summary>Endpoints from Start-PcEndpoint -PassThru or Get-PcEndpoint, also of another session of this process.</summary>
    [Parameter(ParameterSetName = EndpointSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public virtual ServiceEndpoint[]? Endpoint { get; set; }

    /// <summary>Does the work for one endpoint.</summary>
    private protected abstract void Execute(RunningEndpoint running);

    private protected override void Execute()
    {
        foreach (RunningEndpoint running in Endpoint is null ? OfSession() : Given(Endpoint))
        {
            Attempt(() => Execute(running));
        }
    }

    private IEnumerable<RunningEndpoint> OfSession()
    {
        IReadOnlyList<RunningEndpoint> all = Session.Endpoints.List();
        if (Port is null)
        {
            return all;
        }

        foreach (int port in Port.Where(port => !all.Any(running => running.Endpoint.Url.Port == port)))
        {
            Missing(port, string.Create(CultureInfo.InvariantCulture, $"No endpoint of this session listens on port {port}."));
        }

        return all.Where(running => Port.Contains(running.Endpoint.Url.Port));
    }

    private IEnumerable<RunningEndpoint> Given(ServiceEndpoint[] endpoints)
    {
        foreach (ServiceEndpoint endpoint in endpoints)
        {
            if (endpoint.Handle is { Running: true } running)
            {
                yield return running;
            }
            else
            {
                Missing(endpoint.Url, endpoint.Handle is null
                    ? $"'{endpoint.Url}' is a copy of an endpoint's description, not the endpoint: it is in another process."
                    : $"The endpoint {endpoint.Url} does not run any more.");
            }
        }
    }

    private void Missing(object? target, string message) =>
        WriteError(new ErrorRecord(new ItemNotFoundException(message), "PcEndpointNotFound", ErrorCategory.ObjectNotFound, target)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Get-PcEndpoint lists the endpoints of this session." },
        });
}
