using System.Management.Automation;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Drops the faults that are still to come at an endpoint.</summary>
/// <remarks>
/// <para>Calls are answered normally from now on.</para>
/// </remarks>
/// <seealso cref="AddPcEndpointFaultCommand"/>
/// <seealso cref="GetPcEndpointCommand"/>
[Cmdlet(VerbsCommon.Clear, "PcEndpointFault", SupportsShouldProcess = true, DefaultParameterSetName = PortSet)]
public sealed class ClearPcEndpointFaultCommand : PcNamedEndpointCmdlet
{
    private protected override void Execute(RunningEndpoint running)
    {
        if (ShouldProcess(running.Endpoint.Url.OriginalString, "Drop the faults that are still to come"))
        {
            running.Endpoint.ClearFaults();
        }
    }
}
