using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Mpa;

/// <summary>Stored teams as the service describes them.</summary>
internal static class MpaTeamViews
{
    /// <summary>Describes a team and the session that decides about a change of it.</summary>
    public static MpaTeamAssociation Of(StoreConnection connection, MpaTeamRecord team) => new()
    {
        Action = team.Action,
        MpaTeamArn = team.TeamArn,
        AssociationState = team.State,
        MpaStatus = team.SessionArn is null ? null : MpaSessionTable.Find(connection, team.SessionArn)?.Status,
    };
}
