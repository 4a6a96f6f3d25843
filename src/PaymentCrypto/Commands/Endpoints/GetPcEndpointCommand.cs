using System.Management.Automation;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Shows the endpoints that this session runs and their counters. With -Verbose it also shows the requests since the last time.</summary>
[Cmdlet(VerbsCommon.Get, "PcEndpoint", DefaultParameterSetName = PortSet)]
[OutputType(typeof(ServiceEndpoint))]
public sealed class GetPcEndpointCommand : PcEndpointCmdlet
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
