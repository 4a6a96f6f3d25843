using System.Globalization;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// Takes check values in. One that is given is compared: an empty one, such as that of a variable that was never set, must not switch the
/// comparison off without a word.
/// </summary>
internal static class CheckValueInput
{
    private const int LeastDigits = 4;
    private const int MostDigits = 16;

    /// <summary>Refuses a parameter, of a check value or of another thing to compare, that was written down without a value.</summary>
    /// <param name="cmdlet">The cmdlet, before it has anything from the pipeline.</param>
    /// <param name="parameters">The parameters.</param>
    public static void RequireGiven(PcCmdlet cmdlet, params ReadOnlySpan<string> parameters)
    {
        foreach (string parameter in parameters)
        {
            if (cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) && string.IsNullOrWhiteSpace(value?.ToString()))
            {
                cmdlet.Refuse(Empty(parameter));
            }
        }
    }

    /// <summary>Refuses a parameter in which there is nothing to compare.</summary>
    public static void RefuseEmpty(PcCmdlet cmdlet, string parameter) => cmdlet.Refuse(Empty(parameter));

    /// <summary>The digits in upper case, without the blanks that consoles print between them; null for a value that an object does not know.</summary>
    /// <param name="value">What was given.</param>
    /// <param name="parameter">Where.</param>
    /// <exception cref="KeyInputException">It is empty, or no check value.</exception>
    public static string? Of(object? value, string parameter)
    {
        if ((value is PSObject wrapped ? wrapped.BaseObject : value) is not { } given)
        {
            return null;
        }

        string text = string.Concat(Convert.ToString(given, CultureInfo.InvariantCulture)!.Where(static character => !char.IsWhiteSpace(character)));
        return text.Length == 0 ? throw Empty(parameter)
            : text.Length is >= LeastDigits and <= MostDigits && text.All(char.IsAsciiHexDigit) ? text.ToUpperInvariant()
            : throw new KeyInputException(
                KeyInputFailure.Form,
                $"-{parameter} is no key check value: that has 4 to 16 hex digits, and {text.Length} characters were given. Put it in quotes: PowerShell "
                    + "takes bare digits for a number.");
    }

    private static KeyInputException Empty(string parameter) =>
        new(KeyInputFailure.Form, $"-{parameter} is empty, so nothing would be compared: give its value, or leave the parameter out.");
}
