using System.Management.Automation;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Approves pending sessions of the local engine in place of the team: what they wait for is carried out.</summary>
/// <remarks>
/// <para>On AWS the members of the team decide; this is for rehearsal on the local engine.</para>
/// </remarks>
/// <seealso cref="GetPcMpaSessionCommand"/>
/// <seealso cref="DenyPcMpaSessionCommand"/>
/// <seealso cref="AddPcMpaTeamCommand"/>
[Cmdlet(VerbsLifecycle.Approve, "PcMpaSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MpaSession))]
public sealed class ApprovePcMpaSessionCommand : PcMpaDecisionCmdlet
{
    private protected override bool Approves => true;
}
