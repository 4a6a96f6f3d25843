using PaymentCrypto.Api;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>Replication, and teams that approve.</summary>
internal static class RegionAndTeamScenarios
{
    /// <summary>All of them.</summary>
    public static IEnumerable<CrashScenario> All =>
    [
        new("add-replica", "AddKeyReplicationRegions", static stage => stage.Send(
            new AddKeyReplicationRegionsRequest { KeyIdentifier = stage.Facts["key"], ReplicationRegions = ["us-west-2", "us-east-2"] })),
        new("remove-replica", "RemoveKeyReplicationRegions", static stage => stage.Send(
            new RemoveKeyReplicationRegionsRequest { KeyIdentifier = stage.Facts["replicated"], ReplicationRegions = ["us-west-2"] })),
        new("enable-default-regions", "EnableDefaultKeyReplicationRegions", static stage => stage.Send(
            new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = ["us-west-2", "us-east-2"] })),
        new("disable-default-regions", "DisableDefaultKeyReplicationRegions", static stage => stage.Send(
            new DisableDefaultKeyReplicationRegionsRequest { ReplicationRegions = ["us-west-2"] }, WarmRoot.OtherRegion)),
        new("associate-team", "AssociateMpaTeam", static stage => stage.Send(
            new AssociateMpaTeamRequest { Action = WarmRoot.TeamAction, MpaTeamArn = WarmRoot.Team("us-east-1", "first") })),
        new("disassociate-team", "DisassociateMpaTeam", static stage => stage.Send(
            new DisassociateMpaTeamRequest { Action = WarmRoot.TeamAction }, WarmRoot.OtherRegion)),
        new("decide-session", "DecideMpaSession", static stage => stage.Send(
            new DecideMpaSessionRequest { MpaSessionArn = stage.Facts["session"], Approve = true }, WarmRoot.ThirdRegion)),
    ];
}
