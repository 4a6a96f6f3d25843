namespace PaymentCrypto.Local.Mpa;

/// <summary>The approval team of an account and region as it is stored.</summary>
/// <param name="Action">The protected operation.</param>
/// <param name="TeamArn">The team that decides now.</param>
/// <param name="State">One of <see cref="Api.AssociationState"/>.</param>
/// <param name="SessionArn">The session that decides about a change of team; null when none is pending.</param>
internal sealed record MpaTeamRecord(string Action, string TeamArn, string State, string? SessionArn);
