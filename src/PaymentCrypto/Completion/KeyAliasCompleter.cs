using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the aliases of the provider, with what their keys are.</summary>
public sealed class KeyAliasCompleter : IArgumentCompleter
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
        StoredKeys stored = StoredKeys.Read(fakeBoundParameters, state: null);
        var keys = stored.Keys.ToDictionary(static key => key.KeyArn!, StringComparer.Ordinal);
        return from alias in stored.Aliases
               where TypedWord.BeginsAlias(alias.AliasName!, word)
               let toolTip = alias.KeyArn is null ? "no key" : keys.TryGetValue(alias.KeyArn, out KeySummary? key) ? KeyText.Summary(key) : alias.KeyArn
               select new CompletionResult(alias.AliasName, alias.AliasName, CompletionResultType.ParameterValue, toolTip);
    }
}
