using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Replication;

/// <summary>Deletes the replicas of keys in some regions.</summary>
/// <remarks>
/// <para>Asks first; use -Force or -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="AddPcKeyReplicationRegionCommand"/>
/// <seealso cref="DisablePcDefaultReplicationRegionCommand"/>
[Cmdlet(VerbsCommon.Remove, "PcKeyReplicationRegion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Key))]
public sealed class RemovePcKeyReplicationRegionCommand : PcKeyReplicationCmdlet
{
    private protected override string Action => $"Delete the replicas in {Regions}";

    private protected override Api.Key Change(string keyIdentifier) =>
        Send(new RemoveKeyReplicationRegionsRequest { KeyIdentifier = keyIdentifier, ReplicationRegions = ReplicationRegion }).Key!;
}
