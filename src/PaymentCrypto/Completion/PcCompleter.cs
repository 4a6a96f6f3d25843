using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCrypto.Completion;

/// <summary>
/// Completes a parameter. Whatever goes wrong, nothing is offered and nothing is said: the cmdlet itself will say what is wrong.
/// </summary>
public abstract class PcCompleter : IArgumentCompleter
{
    private protected PcCompleter()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            var request = new CompletionRequest(commandName, parameterName, TypedWord.Unquote(wordToComplete), fakeBoundParameters ?? new Hashtable());

            // Read to the end here, so that what fails fails here.
            return
            [
                .. from value in Values(request)
                   where Matches(value, request.Word)
                   select new CompletionResult(Write(value.Text, wordToComplete), value.Text, CompletionResultType.ParameterValue, value.ToolTip),
            ];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>The values, given what else is on the command line; best first.</summary>
    private protected abstract IEnumerable<CompletionValue> Values(CompletionRequest request);

    /// <summary>How a value is written as an argument.</summary>
    private protected virtual string Write(string text, string? wordToComplete) => TypedWord.Quote(text, wordToComplete);

    /// <summary>Whether a value is meant by what is typed so far. Wildcards are allowed.</summary>
    private protected virtual bool Matches(CompletionValue value, string word) => TypedWord.Begins(value.Text, word);
}
