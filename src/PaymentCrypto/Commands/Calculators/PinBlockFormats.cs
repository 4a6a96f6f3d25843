using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>The formats of PIN blocks, under the service's names and as people write them.</summary>
internal static class PinBlockFormats
{
    private const string Prefix = "ISO_FORMAT_";

    /// <summary>The number of a format: <c>ISO_FORMAT_0</c>, <c>ISO0</c>, <c>ISO-0</c> or <c>0</c>.</summary>
    public static int Number(string parameter, string? text)
    {
        string compact = string.Concat((text ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        string right = $"one of {Prefix}0, {Prefix}1, {Prefix}2, {Prefix}3, {Prefix}4";
        return compact.Length == 0
            ? throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty; it must be {right}.")
            : compact.Replace("ISO", string.Empty, StringComparison.Ordinal).Replace("FORMAT", string.Empty,
                StringComparison.Ordinal) is [>= '0' and <= '4' and var digit]
                ? digit - '0'
                : throw CalculatorInput.Invalid(parameter, right, "is none of them");
    }

    /// <summary>The service's name.</summary>
    public static string Name(int number) => Prefix + (char)('0' + number);

    /// <summary>Whether the card number enters into the block.</summary>
    public static bool TakesCardNumber(int number) => number is 0 or 3 or 4;
}
