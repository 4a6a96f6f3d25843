using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the approval sessions of the local engine that wait for a decision, with what they are about.</summary>
public sealed class MpaSessionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string word = TypedWord.Unquote(wordToComplete);
        IReadOnlyList<MpaSessionSummary> sessions = ProviderQuery.Run<IReadOnlyList<MpaSessionSummary>>(
            fakeBoundParameters,
            static async (connection, cancel) => (await connection.SendAsync(new ListMpaSessionsRequest(), cancel).ConfigureAwait(false)).Sessions) ?? [];
        return from session in sessions
               where session.Status == SessionStatus.Pending && TypedWord.Begins(session.MpaSessionArn, word)
               let toolTip = $"{session.Subject} {session.KeyArn ?? session.MpaTeamArn}".TrimEnd()
               select new CompletionResult(session.MpaSessionArn, session.MpaSessionArn, CompletionResultType.ParameterValue, toolTip);
    }
}
