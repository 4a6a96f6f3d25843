using System.Management.Automation;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Stops endpoints of this session.</summary>
/// <remarks>
/// <para>The endpoint takes no more connections, lets the requests in hand finish, and its port is free.</para>
/// </remarks>
/// <seealso cref="StartPcEndpointCommand"/>
/// <seealso cref="GetPcEndpointCommand"/>
[Cmdlet(VerbsLifecycle.Stop, "PcEndpoint", SupportsShouldProcess = true, DefaultParameterSetName = PortSet)]
public sealed class StopPcEndpointCommand : PcNamedEndpointCmdlet
{
    private protected override void Execute(RunningEndpoint running)
    {
        if (ShouldProcess(running.Endpoint.Url.OriginalString, "Stop the endpoint"))
        {
            Wait(Ending(running));
        }
    }

    private static async Task<bool> Ending(RunningEndpoint running)
    {
        await running.StopAsync().ConfigureAwait(false);
        return true;
    }
}
