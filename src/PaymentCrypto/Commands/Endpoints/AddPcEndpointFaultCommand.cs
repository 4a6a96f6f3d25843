using System.Management.Automation;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Completion;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Rehearses a fault at an endpoint.</summary>
/// <remarks>
/// <para>
/// Lets the next calls of an operation be throttled, fail, wait or be cut off, so that retry settings and runbooks can be tried. The first
/// rule that fits a call is used up first. Get-PcEndpoint shows the rules that are still to come.
/// </para>
/// </remarks>
/// <seealso cref="ClearPcEndpointFaultCommand"/>
/// <seealso cref="GetPcEndpointCommand"/>
/// <seealso cref="StartPcEndpointCommand"/>
[Cmdlet(VerbsCommon.Add, "PcEndpointFault", SupportsShouldProcess = true, DefaultParameterSetName = PortSet)]
public sealed class AddPcEndpointFaultCommand : PcEndpointCmdlet
{
    /// <summary>
    /// What happens: Throttling and InternalServer answer that error; Delay carries the operation out late; DropConnection cuts the
    /// connection before the operation, and DropResponse after it.
    /// </summary>
    [Parameter(Position = 0, Mandatory = true)]
    public EndpointFaultKind Kind { get; set; }

    /// <summary>The service's name of the operation, for example GetKey. Every operation unless given.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Operation { get; set; }

    /// <summary>How many calls it happens to.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Calls { get; set; } = 1;

    /// <summary>How long the answer waits, in milliseconds. For Delay only.</summary>
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
