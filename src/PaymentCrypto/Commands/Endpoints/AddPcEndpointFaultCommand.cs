using System.Management.Automation;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Completion;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Lets the next calls of an operation fail, wait or be cut off at an endpoint, to rehearse what clients and runbooks then do.</summary>
[Cmdlet(VerbsCommon.Add, "PcEndpointFault", SupportsShouldProcess = true, DefaultParameterSetName = PortSet)]
public sealed class AddPcEndpointFaultCommand : PcEndpointCmdlet
{
    /// <summary>What happens.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public EndpointFaultKind Kind { get; set; }

    /// <summary>The service's name of the operation; every operation unless given.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Operation { get; set; }

    /// <summary>How many calls it happens to; 1 unless given.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Calls { get; set; } = 1;

    /// <summary>How long the answer waits, in milliseconds; for Delay only.</summary>
    [Parameter]
    [ValidateRange(1, 3_600_000)]
    public int DelayMilliseconds { get; set; }

    private protected override object? ErrorTarget => Operation;

    private protected override void Execute(RunningEndpoint running)
    {
        var rule = new EndpointFaultRule { Kind = Kind, Operation = Operation, Calls = Calls, DelayMilliseconds = DelayMilliseconds };
        if (ShouldProcess(running.Endpoint.Url.OriginalString, $"Rehearse the fault {rule}"))
        {
            running.Endpoint.AddFault(rule.ToFault());
        }
    }
}
