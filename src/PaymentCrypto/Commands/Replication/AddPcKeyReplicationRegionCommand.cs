using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Replication;

/// <summary>Replicates keys to further regions.</summary>
[Cmdlet(VerbsCommon.Add, "PcKeyReplicationRegion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Key))]
public sealed class AddPcKeyReplicationRegionCommand : PcKeyReplicationCmdlet
{
    private protected override string Action => $"Replicate the key to {Regions}";

    private protected override Api.Key Change(string keyIdentifier) =>
        Send(new AddKeyReplicationRegionsRequest { KeyIdentifier = keyIdentifier, ReplicationRegions = ReplicationRegion }).Key!;
}
