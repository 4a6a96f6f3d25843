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
            async (connection, cancel) =>
                (await connection.SendAsync(new GetMpaTeamAssociationRequest { Action = action }, cancel).ConfigureAwait(false)).MpaTeamAssociation)
        where team?.MpaTeamArn is not null
        select new CompletionValue(team.MpaTeamArn!, $"{team.AssociationState}, guards {action}");
}

/// <summary>Offers the operations that an approval team can guard.</summary>
public sealed class MpaActionCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public MpaActionCompleter()
        : base(
            new CompletionValue(MpaOperation.ImportRootPublicKeyCertificate, "Import of a root certificate"))
    {
    }
}

/// <summary>Offers the approval sessions of the local engine that wait for a decision, with what they are about.</summary>
public sealed class MpaSessionCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        IReadOnlyList<MpaSessionSummary> sessions = ProviderQuery.Run<IReadOnlyList<MpaSessionSummary>>(
            request,
            nameof(ListMpaSessionsRequest),
            static async (connection, cancel) => (await connection.SendAsync(new ListMpaSessionsRequest(), cancel).ConfigureAwait(false)).Sessions) ?? [];
        return from session in sessions
               where session.Status == SessionStatus.Pending
               select new CompletionValue(session.MpaSessionArn, $"{session.Subject} {session.KeyArn ?? session.MpaTeamArn}".TrimEnd());
    }
}

/// <summary>Offers the states of an approval session.</summary>
public sealed class MpaSessionStatusCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public MpaSessionStatusCompleter()
        : base(
            new CompletionValue(SessionStatus.Pending, "Waits for a decision"),
            new CompletionValue(SessionStatus.Approved, "Approved"),
            new CompletionValue(SessionStatus.Failed, "Denied, or its time ran out"),
            new CompletionValue(SessionStatus.Cancelled, "Taken back"))
    {
    }
}
