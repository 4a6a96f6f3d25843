using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Replication;

/// <summary>Adds regions to those that new keys of this account and region are replicated to.</summary>
/// <remarks>
/// <para>New-PcKey -ReplicationRegion takes other regions, or none.</para>
/// </remarks>
/// <seealso cref="GetPcDefaultReplicationRegionCommand"/>
/// <seealso cref="DisablePcDefaultReplicationRegionCommand"/>
/// <seealso cref="AddPcKeyReplicationRegionCommand"/>
[Cmdlet(VerbsLifecycle.Enable, "PcDefaultReplicationRegion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(string))]
public sealed class EnablePcDefaultReplicationRegionCommand : PcDefaultReplicationCmdlet
{
    private protected override string Action => "Replicate new keys there";

    private protected override IReadOnlyList<string> Change(IReadOnlyList<string> regions) =>
        Send(new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = regions }).EnabledReplicationRegions!;
}
