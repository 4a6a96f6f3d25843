using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Mpa;

/// <summary>The rows of the approval sessions.</summary>
internal static class MpaSessionTable
{
    private const string Columns = "session_arn, account_id, region, subject, action, status, status_message, initiated_at, comment, key_id, team_arn";

    /// <summary>Adds a session.</summary>
    public static void Add(StoreConnection connection, MpaSessionRecord session) => connection.Execute(
        """
        INSERT INTO mpa_session (session_arn, account_id, region, subject, action, status, initiated_at, comment, key_id, team_arn)
        VALUES ($arn, $account, $region, $subject, $action, $status, $initiated, $comment, $key, $team)
        """,
        ("$arn", session.Arn),
        ("$account", session.Scope.AccountId),
        ("$region", session.Scope.Region),
        ("$subject", session.Subject),
        ("$action", session.Action),
        ("$status", session.Status.Status),
        ("$initiated", session.Status.InitiationDate!.Value.ToUnixTimeMilliseconds()),
        ("$comment", session.Comment),
        ("$key", session.KeyId),
        ("$team", session.TeamArn));

    /// <summary>One session; null where there is none of that ARN.</summary>
    public static MpaSessionRecord? Find(StoreConnection connection, string arn) =>
        connection.First($"SELECT {Columns} FROM mpa_session WHERE session_arn = $arn", Read, ("$arn", arn));

    /// <summary>The sessions of an account and region, oldest first.</summary>
    public static List<MpaSessionRecord> All(StoreConnection connection, AccountScope scope) => connection.All(
        $"SELECT {Columns} FROM mpa_session WHERE account_id = $account AND region = $region ORDER BY initiated_at, sequence",
        Read,
        ("$account", scope.AccountId),
        ("$region", scope.Region));

    /// <summary>Writes how a session ended.</summary>
    public static void End(StoreConnection connection, MpaSessionRecord session) => connection.Execute(
        "UPDATE mpa_session SET status = $status, status_message = $message WHERE session_arn = $arn",
        ("$status", session.Status.Status),
        ("$message", session.Status.StatusMessage),
        ("$arn", session.Arn));

    private static MpaSessionRecord Read(SqliteDataReader row) => new()
    {
        Arn = row.GetString(0),
        Scope = new AccountScope(row.GetString(1), row.GetString(2)),
        Subject = row.GetString(3),
        Action = row.GetString(4),
        Status = new MpaStatus
        {
            MpaSessionArn = row.GetString(0),
            Status = row.GetString(5),
            StatusMessage = row.IsDBNull(6) ? null : row.GetString(6),
            InitiationDate = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        },
        Comment = row.IsDBNull(8) ? null : row.GetString(8),
        KeyId = row.IsDBNull(9) ? null : row.GetString(9),
        TeamArn = row.IsDBNull(10) ? null : row.GetString(10),
    };
}
