using System.Management.Automation;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Shows the endpoints of this session and what they have done.</summary>
/// <remarks>
/// <para>
/// Shows every endpoint that this session runs: where it listens, the environment variables that point an AWS SDK there, counts of requests
/// and errors, durations of each operation, and the faults that are still to be rehearsed. With Verbose it also shows one line for each
/// request since the last time; nothing of a body or a signature is in it.
/// </para>
/// </remarks>
/// <seealso cref="StartPcEndpointCommand"/>
/// <seealso cref="StopPcEndpointCommand"/>
/// <seealso cref="AddPcEndpointFaultCommand"/>
[Cmdlet(VerbsCommon.Get, "PcEndpoint", DefaultParameterSetName = PortSet)]
[OutputType(typeof(ServiceEndpoint))]
public sealed class GetPcEndpointCommand : PcNamedEndpointCmdlet
{
    private protected override void Execute(RunningEndpoint running)
    {
        if (MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose) && verbose is SwitchParameter { IsPresent: true })
        {
            foreach (EndpointLogEntry entry in running.Endpoint.TakeLog())
            {
                WriteVerbose(EndpointLogText.Of(entry));
            }
        }

        WriteObject(new ServiceEndpoint(running));
    }
}
