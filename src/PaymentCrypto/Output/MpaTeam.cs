using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>The multi-party approval (MPA) team that guards an operation, flat.</summary>
public sealed partial class MpaTeam
{
    /// <summary>Creates an empty description.</summary>
    public MpaTeam()
    {
    }

    internal MpaTeam(Api.MpaTeamAssociation association, Origin origin)
    {
        Action = association.Action;
        MpaTeamArn = association.MpaTeamArn;
        AssociationState = association.AssociationState;
        MpaSessionArn = association.MpaStatus?.MpaSessionArn;
        MpaStatus = association.MpaStatus?.Status;
        MpaStatusMessage = association.MpaStatus?.StatusMessage;
        MpaInitiationDate = association.MpaStatus?.InitiationDate?.UtcDateTime;
        Provider = origin.Provider.ToString();
        AccountId = origin.AccountId;
        Region = origin.Region;
    }

    /// <summary>The guarded operation, for example <c>IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The ARN of the team.</summary>
    public string? MpaTeamArn { get; set; }

    /// <summary><c>ACTIVE</c>, or what is to become of it: <c>UPDATE_PENDING</c>, <c>DELETE_PENDING</c>.</summary>
    public string? AssociationState { get; set; }

    /// <summary>The approval session that a pending change waits for.</summary>
    public string? MpaSessionArn { get; set; }

    /// <summary>The state of that session, for example <c>PENDING</c>.</summary>
    public string? MpaStatus { get; set; }

    /// <summary>What the service says about it.</summary>
    public string? MpaStatusMessage { get; set; }

    /// <summary>When the approval was asked for, UTC.</summary>
    public DateTime? MpaInitiationDate { get; set; }

    /// <summary>The provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <inheritdoc/>
    public override string ToString() => MpaTeamArn ?? string.Empty;
}
