namespace PaymentCrypto;

/// <summary>The words of the calculators' views.</summary>
public static class CalculationText
{
    private const int FirstShown = 6;
    private const int LastShown = 4;

    /// <summary>A card number with its first six and last four digits (PCI DSS 3.4.1).</summary>
    /// <param name="number">The number; null for none.</param>
    public static string CardNumber(string? number) => number is not { Length: > FirstShown + LastShown }
        ? new string('*', number?.Length ?? 0)
        : string.Concat(number.AsSpan(0, FirstShown), new string('*', number.Length - FirstShown - LastShown), number.AsSpan(number.Length - LastShown));

    /// <summary>A key serial number and the one after it.</summary>
    /// <param name="current">The serial number.</param>
    /// <param name="next">The next one; null when the device has used its last.</param>
    public static string SerialNumbers(string? current, string? next) => $"{current}, next {next ?? "none: the device needs a new initial key"}";

    /// <summary>What was done, with its clause on the next line.</summary>
    /// <param name="step">What was done.</param>
    /// <param name="clause">The clause; null or empty for none.</param>
    public static string Step(string? step, string? clause) => string.IsNullOrEmpty(clause) ? step ?? string.Empty : $"{step}\n({clause})";
}
