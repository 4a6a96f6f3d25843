using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

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
