using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Reads bytes that a calculator is given. An error names the parameter and what would be right, never the value: it may be a card number.</summary>
internal static class CalculatorInput
{
    /// <summary>Bytes as hex text, in which blanks do not count, or as a byte array.</summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">What was given.</param>
    /// <param name="shortest">How many bytes at least.</param>
    /// <param name="longest">How many at most.</param>
    /// <param name="right">What would be right, where that is more than a number of bytes.</param>
    /// <exception cref="ParameterException">Another number of them, or another character.</exception>
    public static byte[] Bytes(string parameter, object? value, int shortest, int longest, string? right = null)
    {
        right ??= shortest == longest ? $"{shortest} bytes ({2 * shortest} hex digits)"
            : longest == int.MaxValue
                ? "one byte or more, as hex digits or a byte array"
                : $"{shortest} to {longest} bytes ({2 * shortest} to {2 * longest} hex digits)";
        byte[] bytes = Read(parameter, value, right);
        return bytes.Length == 0 && shortest > 0
            ? throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty; it must be {right}.")
            : bytes.Length >= shortest && bytes.Length <= longest ? bytes
            : throw Invalid(parameter, right, $"has {bytes.Length} bytes ({2 * bytes.Length} hex digits)");
    }

    /// <summary>The error for a value that cannot be.</summary>
    public static ParameterException Invalid(string parameter, string right, string wrong) =>
        new(ParameterFailure.Invalid, parameter, $"-{parameter} must be {right}, but it {wrong}.");

    private static byte[] Read(string parameter, object? value, string right)
    {
        object? given = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (given)
        {
            case null:
                return [];
            case byte[] bytes:
                return bytes;
            case IList list when list.Cast<object?>().All(static one => (one is PSObject o ? o.BaseObject : one) is byte):
                return [.. list.Cast<object>().Select(static one => (byte)(one is PSObject o ? o.BaseObject : one))];
            case string or ValueType:
                // Bare digits are a number to PowerShell, which keeps their text beside it.
                string text = string.Concat(LanguagePrimitives.ConvertTo<string>(value).Where(static character => !char.IsWhiteSpace(character)));
                return !text.All(char.IsAsciiHexDigit) ? throw Invalid(parameter, right, "has a character that is no hex digit")
                    : text.Length % 2 != 0 ? throw Invalid(parameter, right, $"has {text.Length} hex digits, an odd number")
                    : Convert.FromHexString(text);
            default:
                throw Invalid(parameter, right, $"is a {given.GetType().Name}");
        }
    }
}
