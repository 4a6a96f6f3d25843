using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCrypto.Completion;

/// <summary>Completes a parameter from a fixed list. It never opens a store or asks the network.</summary>
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
        var pattern = WildcardPattern.Get((wordToComplete ?? string.Empty).Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return from value in _values
               where pattern.IsMatch(value.Text)
               select new CompletionResult(value.Text, value.Text, CompletionResultType.ParameterValue, value.ToolTip);
    }
}
