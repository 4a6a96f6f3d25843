using System.Management.Automation;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Approves pending sessions of the local engine in place of the team: what they wait for is carried out.</summary>
[Cmdlet(VerbsLifecycle.Approve, "PcMpaSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MpaSession))]
public sealed class ApprovePcMpaSessionCommand : PcMpaDecisionCmdlet
{
    private protected override bool Approves => true;
}
