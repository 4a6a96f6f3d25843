using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Mpa;

/// <summary>The rows of the approval teams: at most one for each protected operation of an account and region.</summary>
internal static class MpaTeamTable
{
    /// <summary>The team of an operation; null where it needs no approval.</summary>
    public static MpaTeamRecord? Find(StoreConnection connection, AccountScope scope, string action) => connection.First(
        "SELECT action, team_arn, state, session_arn FROM mpa_team WHERE account_id = $account AND region = $region AND action = $action",
        row => new MpaTeamRecord(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$action", action));

    /// <summary>Writes the team of an operation.</summary>
    public static void Put(StoreConnection connection, AccountScope scope, MpaTeamRecord team) => connection.Execute(
        "INSERT OR REPLACE INTO mpa_team (account_id, region, action, team_arn, state, session_arn) VALUES ($account, $region, $action, $team, $state, "
            + "$session)",
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$action", team.Action),
        ("$team", team.TeamArn),
        ("$state", team.State),
        ("$session", team.SessionArn));

    /// <summary>Removes the team of an operation.</summary>
    public static void Remove(StoreConnection connection, AccountScope scope, string action) => connection.Execute(
        "DELETE FROM mpa_team WHERE account_id = $account AND region = $region AND action = $action",
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$action", action));
}
