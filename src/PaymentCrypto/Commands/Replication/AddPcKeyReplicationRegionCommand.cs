using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Replication;

/// <summary>Replicates keys to further regions.</summary>
/// <remarks>
/// <para>
/// A replica has the same key id and material; it follows its primary key and cannot be changed by itself. Symmetric keys only.
/// </para>
/// </remarks>
/// <seealso cref="RemovePcKeyReplicationRegionCommand"/>
/// <seealso cref="EnablePcDefaultReplicationRegionCommand"/>
/// <seealso cref="Keys.GetPcKeyCommand"/>
[Cmdlet(VerbsCommon.Add, "PcKeyReplicationRegion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Key))]
public sealed class AddPcKeyReplicationRegionCommand : PcKeyReplicationCmdlet
{
    private protected override string Action => $"Replicate the key to {Regions}";

    private protected override Api.Key Change(string keyIdentifier) =>
        Send(new AddKeyReplicationRegionsRequest { KeyIdentifier = keyIdentifier, ReplicationRegions = ReplicationRegion }).Key!;
}
