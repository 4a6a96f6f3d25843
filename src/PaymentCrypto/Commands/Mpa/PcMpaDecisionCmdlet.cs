using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Mpa;

/// <summary>A cmdlet that plays the approval team of the local engine. On AWS the members of the team decide, in their own console.</summary>
public abstract class PcMpaDecisionCmdlet : PcChangeCmdlet
{
    private protected PcMpaDecisionCmdlet()
    {
    }

    /// <summary>The sessions: their ARNs, or objects that have one, such as the key that waits for it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MpaSessionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] MpaSessionArn { get; set; } = [];

    /// <summary>Return the session as it is after the decision.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract bool Approves { get; }

    private protected sealed override void Execute() => ForEach(MpaSessionArn, Decide);

    private void Decide(string session)
    {
        if (!ShouldChange(session, Approves ? "Approve in place of the team" : "Deny in place of the team"))
        {
            return;
        }

        MpaSessionSummary decided = Send(new DecideMpaSessionRequest { MpaSessionArn = session, Approve = Approves }).Session;
        if (PassThru)
        {
            WriteObject(new MpaSession(decided, Connection.Origin));
        }
    }
}
