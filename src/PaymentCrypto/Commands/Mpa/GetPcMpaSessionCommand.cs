using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>Lists the approval sessions of the local engine, oldest first.</summary>
/// <seealso cref="ApprovePcMpaSessionCommand"/>
/// <seealso cref="DenyPcMpaSessionCommand"/>
/// <seealso cref="AddPcMpaTeamCommand"/>
[Cmdlet(VerbsCommon.Get, "PcMpaSession")]
[OutputType(typeof(MpaSession))]
public sealed class GetPcMpaSessionCommand : PcOperationCmdlet
{
    /// <summary>Only sessions in this state.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(MpaSessionStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Status { get; set; }

    private protected override object? ErrorTarget => Provider;

    private protected override void Execute()
    {
        foreach (MpaSessionSummary session in Send(new ListMpaSessionsRequest()).Sessions)
        {
            if (Status is null || string.Equals(Status, session.Status, StringComparison.OrdinalIgnoreCase))
            {
                WriteObject(new MpaSession(session, Connection.Origin));
            }
        }
    }
}
