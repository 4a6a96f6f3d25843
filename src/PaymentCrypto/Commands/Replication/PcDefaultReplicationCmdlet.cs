using System.Management.Automation;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Replication;

/// <summary>A cmdlet that changes the regions to which new keys are replicated by default. Keys that are there already keep theirs.</summary>
public abstract class PcDefaultReplicationCmdlet : PcChangeCmdlet
{
    private protected PcDefaultReplicationCmdlet()
    {
    }

    /// <summary>The regions, for example eu-west-1.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("ReplicationRegions")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ReplicationRegion { get; set; } = [];

    /// <summary>Return the regions that new keys are replicated to after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What will be done, as PowerShell asks about it.</summary>
    private protected abstract string Action { get; }

    private protected sealed override void Execute()
    {
        string regions = string.Join(", ", ReplicationRegion);
        Begin(regions);
        if (!ShouldChange(regions, Action))
        {
            return;
        }

        IReadOnlyList<string> enabled = Change(ReplicationRegion);
        if (PassThru)
        {
            WriteObject(enabled, enumerateCollection: true);
        }
    }

    /// <summary>Asks the service for the change.</summary>
    /// <param name="regions">The regions.</param>
    /// <returns>All regions after it.</returns>
    private protected abstract IReadOnlyList<string> Change(IReadOnlyList<string> regions);
}
