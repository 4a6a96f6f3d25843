using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Replication;

/// <summary>Gets the regions that new keys of this account and region are replicated to.</summary>
/// <seealso cref="EnablePcDefaultReplicationRegionCommand"/>
/// <seealso cref="DisablePcDefaultReplicationRegionCommand"/>
/// <seealso cref="AddPcKeyReplicationRegionCommand"/>
[Cmdlet(VerbsCommon.Get, "PcDefaultReplicationRegion")]
[OutputType(typeof(string))]
public sealed class GetPcDefaultReplicationRegionCommand : PcOperationCmdlet
{
    private protected override object? ErrorTarget => Provider;

    private protected override void Execute() =>
        WriteObject(Send(new GetDefaultKeyReplicationRegionsRequest()).EnabledReplicationRegions, enumerateCollection: true);
}
