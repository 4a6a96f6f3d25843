using System.Collections;

namespace PaymentCrypto.Completion;

/// <summary>What is to be completed, and what else is on the command line.</summary>
/// <param name="CommandName">The cmdlet.</param>
/// <param name="ParameterName">The parameter, by its own name even when an alias of it was typed.</param>
/// <param name="Word">What is typed of the value, without quotes.</param>
/// <param name="Bound">The parameters that have a value already, by their own names.</param>
public sealed record CompletionRequest(string CommandName, string ParameterName, string Word, IDictionary Bound)
{
    /// <summary>Whether a parameter is on the command line.</summary>
    /// <param name="parameter">Its name.</param>
    public bool Has(string parameter) => Bound.Contains(parameter);

    /// <summary>The value of a parameter as text; null when it is not there or not known before the command runs.</summary>
    /// <param name="parameter">Its name.</param>
    public string? Text(string parameter) => Bound[parameter]?.ToString() is { Length: > 0 } text ? text : null;
}
