using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Asks to release an operation from the approval of its team.</summary>
/// <remarks>
/// <para>The team has to approve: the session is in the answer. Asks first; use -Force or -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="AddPcMpaTeamCommand"/>
/// <seealso cref="GetPcMpaTeamCommand"/>
/// <seealso cref="ApprovePcMpaSessionCommand"/>
[Cmdlet(VerbsCommon.Remove, "PcMpaTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(MpaTeam))]
public sealed class RemovePcMpaTeamCommand : PcChangeCmdlet
{
    /// <summary>The operation that needs the approval of the team. The service knows one: the import of root certificates.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MpaActionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Action { get; set; } = MpaOperation.ImportRootPublicKeyCertificate;

    /// <summary>A note for those who approve, up to 200 characters.</summary>
    [Parameter]
    public string? RequesterComment { get; set; }

    private protected override void Execute()
    {
        Begin(Action);
        if (ShouldChange(Action, "Ask to release the operation from the approval of its team"))
        {
            WriteObject(new MpaTeam(
                Send(new DisassociateMpaTeamRequest
                {
                    Action = KnownValue.Of(MpaOperation.All, Action),
                    RequesterComment = RequesterComment
                }).MpaTeamAssociation!,
                Connection.Origin));
        }
    }
}
