using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Mpa;

/// <summary>Stored sessions as the local engine describes them.</summary>
internal static class MpaSessionViews
{
    /// <summary>Describes a session.</summary>
    public static MpaSessionSummary Of(MpaSessionRecord session) => new()
    {
        MpaSessionArn = session.Arn,
        Action = session.Action,
        Status = session.Status.Status!,
        StatusMessage = session.Status.StatusMessage,
        InitiationDate = session.Status.InitiationDate!.Value,
        Subject = session.Subject,
        RequesterComment = session.Comment,
        KeyArn = session.KeyId is null ? null : KeyArn.Of(session.Scope, session.KeyId),
        MpaTeamArn = session.TeamArn,
    };
}
