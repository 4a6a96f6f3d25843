using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Puts an operation under the approval of a multi-party approval (MPA) team.</summary>
/// <remarks>
/// <para>To replace a team, the one that is there has to approve: the session to wait for is in the answer.</para>
/// </remarks>
/// <seealso cref="GetPcMpaTeamCommand"/>
/// <seealso cref="RemovePcMpaTeamCommand"/>
/// <seealso cref="GetPcMpaSessionCommand"/>
/// <seealso cref="ApprovePcMpaSessionCommand"/>
[Cmdlet(VerbsCommon.Add, "PcMpaTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MpaTeam))]
public sealed class AddPcMpaTeamCommand : PcChangeCmdlet
{
    /// <summary>The ARN of the approval team, for example arn:aws:mpa:us-east-1:111122223333:approval-team/custodians.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MpaTeamCompleter))]
    [ValidateNotNullOrEmpty]
    public string MpaTeamArn { get; set; } = string.Empty;

    /// <summary>The operation that needs the approval of the team. The service knows one: the import of root certificates.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MpaActionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Action { get; set; } = MpaOperation.ImportRootPublicKeyCertificate;

    /// <summary>A note for those who approve, up to 200 characters.</summary>
    [Parameter]
    public string? RequesterComment { get; set; }

    private protected override void Execute()
    {
        Begin(MpaTeamArn);
        if (ShouldChange(MpaTeamArn, $"Let the team approve {Action}"))
        {
            WriteObject(new MpaTeam(
                Send(new AssociateMpaTeamRequest
                {
                    Action = KnownValue.Of(MpaOperation.All, Action),
                    MpaTeamArn = MpaTeamArn,
                    RequesterComment = RequesterComment,
                }).MpaTeamAssociation!,
                Connection.Origin));
        }
    }
}
