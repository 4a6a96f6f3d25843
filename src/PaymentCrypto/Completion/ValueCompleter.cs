using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCrypto.Completion;

/// <summary>Completes a parameter from a list that the module has. It never opens a store or asks the network.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    private readonly CompletionValue[] _values;

    private protected ValueCompleter(params CompletionValue[] values) => _values = values;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string word = TypedWord.Unquote(wordToComplete);
        return from value in Values(fakeBoundParameters)
               where Matches(value, word)
               select new CompletionResult(value.Text, value.Text, CompletionResultType.ParameterValue, value.ToolTip);
    }

    /// <summary>The values, given what else is on the command line.</summary>
    private protected virtual IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters) => _values;

    /// <summary>Whether a value is meant by what is typed so far. Wildcards are allowed.</summary>
    private protected virtual bool Matches(CompletionValue value, string word) =>
        TypedWord.Begins(value.Text, word);
}
