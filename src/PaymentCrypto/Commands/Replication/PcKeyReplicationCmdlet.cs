using System.Management.Automation;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Replication;

/// <summary>A cmdlet that changes in which regions a key has replicas.</summary>
public abstract class PcKeyReplicationCmdlet : PcKeyChangeCmdlet
{
    private protected PcKeyReplicationCmdlet()
    {
    }

    /// <summary>The regions, for example eu-west-1.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("ReplicationRegions")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ReplicationRegion { get; set; } = [];

    /// <summary>Return the key as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected string Regions => string.Join(", ", ReplicationRegion);

    private protected sealed override void Execute(string key)
    {
        Api.Key changed = Change(ToServiceForm(key));
        if (PassThru)
        {
            WriteObject(new Key(changed, Connection.Origin));
        }
    }

    /// <summary>Asks the service for the change.</summary>
    /// <param name="keyIdentifier">The key, as the service takes it.</param>
    private protected abstract Api.Key Change(string keyIdentifier);
}
