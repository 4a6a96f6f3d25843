using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Replication;

/// <summary>Takes regions from those that new keys of this account and region are replicated to.</summary>
/// <remarks>
/// <para>Keys that are there already keep their replicas.</para>
/// </remarks>
/// <seealso cref="GetPcDefaultReplicationRegionCommand"/>
/// <seealso cref="EnablePcDefaultReplicationRegionCommand"/>
[Cmdlet(VerbsLifecycle.Disable, "PcDefaultReplicationRegion", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(string))]
public sealed class DisablePcDefaultReplicationRegionCommand : PcDefaultReplicationCmdlet
{
    private protected override string Action => "Replicate new keys there no longer";

    private protected override IReadOnlyList<string> Change(IReadOnlyList<string> regions) =>
        Send(new DisableDefaultKeyReplicationRegionsRequest { ReplicationRegions = regions }).EnabledReplicationRegions!;
}
