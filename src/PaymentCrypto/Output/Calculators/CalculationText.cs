using System.Text;

namespace PaymentCrypto;

/// <summary>The words of the views in PaymentCrypto.Calculators.Format.ps1xml.</summary>
public static class CalculationText
{
    private const int FirstShown = 6;
    private const int LastShown = 4;

    // The columns of the table of steps: as wide as a screen of 80 lets them be.
    private const int StepWidth = 30;
    private const int ValueWidth = 18;
    private const int BlockDigits = 16;

    /// <summary>A card number with its first six and last four digits (PCI DSS 3.4.1).</summary>
    /// <param name="number">The number; null for none.</param>
    public static string? CardNumber(string? number) => number is not { Length: > FirstShown + LastShown }
        ? number is null ? null : new string('*', number.Length)
        : string.Concat(number.AsSpan(0, FirstShown), new string('*', number.Length - FirstShown - LastShown), number.AsSpan(number.Length - LastShown));

    /// <summary>A key serial number and the one after it.</summary>
    /// <param name="current">The serial number.</param>
    /// <param name="next">The next one; null when the device has used its last.</param>
    public static string SerialNumbers(string? current, string? next) => $"{current}, next {next ?? "none: the device needs a new initial key"}";

    /// <summary>What was done, and on the next lines its clause.</summary>
    /// <param name="step">What was done.</param>
    /// <param name="clause">The clause; null or empty for none.</param>
    public static string Step(string? step, string? clause) =>
        string.IsNullOrEmpty(clause) ? Wrap(step, StepWidth, string.Empty) : $"{Wrap(step, StepWidth, string.Empty)}\n{Wrap(clause, StepWidth, "  ")}";

    /// <summary>A value of a step; digits in lines of one block of DES, so that blocks can be compared.</summary>
    /// <param name="value">The value.</param>
    public static string Value(string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Contains(' ', StringComparison.Ordinal))
        {
            return Wrap(value, ValueWidth, string.Empty);
        }

        return string.Join('\n', value.Chunk(BlockDigits).Select(static line => new string(line)));
    }

    private static string Wrap(string? text, int width, string indent)
    {
        StringBuilder lines = new();
        int used = 0;
        foreach (string word in (text ?? string.Empty).Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width)
            {
                lines.Append('\n');
                used = 0;
            }

            string before = used > 0 ? " " : indent;
            lines.Append(before).Append(word);
            used += before.Length + word.Length;
        }

        return lines.ToString();
    }
}
