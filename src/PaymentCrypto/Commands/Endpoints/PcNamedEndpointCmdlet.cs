using System.Management.Automation;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that is about nothing but endpoints: they can be named by position.</summary>
public abstract class PcNamedEndpointCmdlet : PcEndpointCmdlet
{
    private protected PcNamedEndpointCmdlet()
    {
    }

    /// <summary>Only the endpoints on these ports. Unless given, every endpoint of the session.</summary>
    [Parameter(ParameterSetName = PortSet, Position = 0)]
    [ArgumentCompleter(typeof(EndpointPortCompleter))]
    [ValidateRange(1, 65535)]
    public override int[]? Port { get; set; }

    /// <summary>Endpoints from Start-PcEndpoint -PassThru or Get-PcEndpoint, also of another session of this process.</summary>
    [Parameter(ParameterSetName = EndpointSet, Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public override ServiceEndpoint[]? Endpoint { get; set; }
}
