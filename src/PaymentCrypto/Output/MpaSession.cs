using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>An approval session of the local engine.</summary>
public sealed partial class MpaSession
{
    /// <summary>Creates an empty description.</summary>
    public MpaSession()
    {
    }

    internal MpaSession(MpaSessionSummary session, Origin origin)
    {
        MpaSessionArn = session.MpaSessionArn;
        Action = session.Action;
        Subject = session.Subject;
        Status = session.Status;
        StatusMessage = session.StatusMessage;
        InitiationDate = session.InitiationDate.UtcDateTime;
        RequesterComment = session.RequesterComment;
        KeyArn = session.KeyArn;
        MpaTeamArn = session.MpaTeamArn;
        Provider = origin.Provider.ToString();
        AccountId = origin.AccountId;
        Region = origin.Region;
    }

    /// <summary>The ARN of the session.</summary>
    public string? MpaSessionArn { get; set; }

    /// <summary>The guarded operation, for example <c>IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE</c>.</summary>
    public string? Action { get; set; }

    /// <summary>What is to be approved: <c>ImportKey</c>, <c>ReplaceTeam</c> or <c>RemoveTeam</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>For example <c>PENDING</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Why it failed.</summary>
    public string? StatusMessage { get; set; }

    /// <summary>When the approval was asked for, UTC.</summary>
    public DateTime InitiationDate { get; set; }

    /// <summary>The note for those who approve.</summary>
    public string? RequesterComment { get; set; }

    /// <summary>The key that waits to be imported.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The team that is to take over.</summary>
    public string? MpaTeamArn { get; set; }

    /// <summary>The provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <inheritdoc/>
    public override string ToString() => MpaSessionArn ?? string.Empty;
}
