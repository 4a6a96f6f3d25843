using System.Management.Automation;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Denies pending sessions of the local engine in place of the team: what they wait for does not happen.</summary>
/// <remarks>
/// <para>On AWS the members of the team decide; this is for rehearsal on the local engine.</para>
/// </remarks>
/// <seealso cref="GetPcMpaSessionCommand"/>
/// <seealso cref="ApprovePcMpaSessionCommand"/>
/// <seealso cref="AddPcMpaTeamCommand"/>
[Cmdlet(VerbsLifecycle.Deny, "PcMpaSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MpaSession))]
public sealed class DenyPcMpaSessionCommand : PcMpaDecisionCmdlet
{
    private protected override bool Approves => false;
}
