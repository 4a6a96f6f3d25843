using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Checks what a calculator is given. An error names the parameter and what would be right, never the value: it may be a card number.</summary>
internal static class CalculatorInput
{
    /// <summary>Decimal digits.</summary>
    /// <exception cref="ParameterException">Another number of them, or another character.</exception>
    public static string Digits(string parameter, string? value, int shortest, int longest)
    {
        string text = value?.Trim() ?? string.Empty;
        string right = shortest == longest ? $"{shortest} decimal digits" : $"{shortest} to {longest} decimal digits";
        if (text.Length == 0)
        {
            throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty; it must be {right}.");
        }

        return text.All(char.IsAsciiDigit)
            ? text.Length >= shortest && text.Length <= longest ? text : throw Invalid(parameter, right, $"has {text.Length}")
            : throw Invalid(parameter, right, "has another character");
    }

    /// <summary>A card number, as it is typed: blanks and dashes between the digits are left out.</summary>
    public static string CardNumber(string parameter, string? value) =>
        Digits(parameter, value?.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal), 12, 19);

    /// <summary>Bytes as hex text, in which blanks do not count, or as a byte array.</summary>
    /// <exception cref="ParameterException">Another number of them, or another character.</exception>
    public static byte[] Bytes(string parameter, object? value, int shortest, int longest)
    {
        string right = shortest == longest ? $"{shortest} bytes ({2 * shortest} hex digits)"
            : longest == int.MaxValue ? $"at least {shortest} bytes, as hex digits or a byte array" : $"{shortest} to {longest} bytes ({2 * shortest} to {2 * longest} hex digits)";
        byte[] bytes = Read(parameter, value, right);
        return bytes.Length == 0 && shortest > 0 ? throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty; it must be {right}.")
            : bytes.Length >= shortest && bytes.Length <= longest ? bytes
            : throw Invalid(parameter, right, $"has {bytes.Length} bytes ({2 * bytes.Length} hex digits)");
    }

    /// <summary>One of a few values, however it is spelt.</summary>
    public static string OneOf(string parameter, IReadOnlyList<string> values, string? value)
    {
        string right = $"one of {string.Join(", ", values)}";
        return string.IsNullOrWhiteSpace(value)
            ? throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty; it must be {right}.")
            : values.FirstOrDefault(one => string.Equals(one, value.Trim(), StringComparison.OrdinalIgnoreCase)) ?? throw Invalid(parameter, right, "is none of them");
    }

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
