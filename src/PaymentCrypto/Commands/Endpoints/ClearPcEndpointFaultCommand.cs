using System.Management.Automation;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Drops the faults that are still to come at endpoints of this session.</summary>
[Cmdlet(VerbsCommon.Clear, "PcEndpointFault", SupportsShouldProcess = true, DefaultParameterSetName = PortSet)]
public sealed class ClearPcEndpointFaultCommand : PcEndpointCmdlet
{
    private protected override void Execute(RunningEndpoint running)
    {
        if (ShouldProcess(running.Endpoint.Url.OriginalString, "Drop the faults that are still to come"))
        {
            running.Endpoint.ClearFaults();
        }
    }
}
