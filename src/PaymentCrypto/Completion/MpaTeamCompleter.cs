using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the approval teams that the provider knows of: those that guard an operation, or are to take over.</summary>
/// <remarks>Which teams there are, only another service of AWS knows.</remarks>
public sealed class MpaTeamCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from action in MpaOperation.All
        let team = ProviderQuery.Run(
            request,
            action,
            async (connection, cancel) => (await connection.SendAsync(new GetMpaTeamAssociationRequest { Action = action }, cancel).ConfigureAwait(false)).MpaTeamAssociation)
        where team?.MpaTeamArn is not null
        select new CompletionValue(team.MpaTeamArn!, $"{team.AssociationState}, guards {action}");
}
