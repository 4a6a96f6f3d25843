using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Mpa;

/// <summary>Opens approval sessions and carries out what becomes of them.</summary>
internal static class Approvals
{
    private const string DeniedMessage = "Approval session expired or was denied";

    /// <summary>Makes a session that waits for the team's decision; the caller stores it.</summary>
    public static MpaSessionRecord New(AccountScope scope, MpaTeamRecord team, string subject, DateTimeOffset now, string? comment)
    {
        // The real form: arn:aws:mpa:{region}:{account}:session/{team}/{uuid}.
        string teamName = team.TeamArn[(team.TeamArn.LastIndexOf('/') + 1)..];
        string arn = $"arn:aws:mpa:{scope.Region}:{scope.AccountId}:session/{teamName}/{new Guid(RandomNumberGenerator.GetBytes(16))}";
        return new MpaSessionRecord
        {
            Arn = arn,
            Scope = scope,
            Subject = subject,
            Action = team.Action,
            Comment = comment,
            Status = new MpaStatus
            {
                MpaSessionArn = arn,
                Status = SessionStatus.Pending,
                InitiationDate = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            },
        };
    }

    /// <summary>Decides a pending session, and carries the decision out.</summary>
    /// <exception cref="ValidationException">It has been decided before.</exception>
    public static MpaSessionRecord Decide(StoreConnection connection, MpaSessionRecord session, bool approved, DateTimeOffset now)
    {
        if (session.Status.Status != SessionStatus.Pending)
        {
            throw new ValidationException($"The session {session.Arn} is not pending: it is {session.Status.Status}.");
        }

        MpaSessionRecord ended = session with
        {
            Status = session.Status with { Status = approved ? SessionStatus.Approved : SessionStatus.Failed, StatusMessage = approved ? null : DeniedMessage },
        };
        MpaSessionTable.End(connection, ended);
        if (session.Subject == MpaSessionSubject.ImportKey)
        {
            DecideImport(connection, session, approved, now);
        }
        else
        {
            DecideTeam(connection, session, approved);
        }

        return ended;
    }

    private static void DecideImport(StoreConnection connection, MpaSessionRecord session, bool approved, DateTimeOffset now)
    {
        KeyRecord key = KeyTable.Find(connection, session.Scope, session.KeyId!) ?? throw new ResourceNotFoundException(session.Arn);
        bool enabled = approved && key.UsageStop is null;
        KeyTable.UpdateState(connection, key with
        {
            State = approved ? KeyState.CreateComplete : KeyRecord.CreateFailed,
            Enabled = enabled,
            UsageStart = enabled ? now : null,
        });
    }

    private static void DecideTeam(StoreConnection connection, MpaSessionRecord session, bool approved)
    {
        MpaTeamRecord present = MpaTeamTable.Find(connection, session.Scope, session.Action) ?? throw new ResourceNotFoundException(session.Arn);
        if (approved && session.Subject == MpaSessionSubject.RemoveTeam)
        {
            MpaTeamTable.Remove(connection, session.Scope, session.Action);
            return;
        }

        MpaTeamTable.Put(connection, session.Scope, present with
        {
            TeamArn = approved ? session.TeamArn! : present.TeamArn,
            State = AssociationState.Active,
            SessionArn = null,
        });
    }
}
