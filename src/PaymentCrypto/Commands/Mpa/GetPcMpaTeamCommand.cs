using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Gets the multi-party approval (MPA) team that guards an operation.</summary>
/// <seealso cref="AddPcMpaTeamCommand"/>
/// <seealso cref="RemovePcMpaTeamCommand"/>
[Cmdlet(VerbsCommon.Get, "PcMpaTeam")]
[OutputType(typeof(MpaTeam))]
public sealed class GetPcMpaTeamCommand : PcOperationCmdlet
{
    /// <summary>The operation that needs the approval of the team. The service knows one: the import of root certificates.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MpaActionCompleter))]
    [ValidateNotNullOrEmpty]
    public string Action { get; set; } = MpaOperation.ImportRootPublicKeyCertificate;

    private protected override object? ErrorTarget => Action;

    private protected override void Execute() => WriteObject(new MpaTeam(
        Send(new GetMpaTeamAssociationRequest { Action = KnownValue.Of(MpaOperation.All, Action) }).MpaTeamAssociation!,
        Connection.Origin));
}
