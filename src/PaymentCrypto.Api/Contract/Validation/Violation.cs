using System.Globalization;

namespace PaymentCrypto.Api.Validation;

/// <summary>The service's words for one violated constraint.</summary>
internal static class Violation
{
    private const int LongestEcho = 256;

    internal static ValidationExceptionField OfNull(string path) => new(path, $"Value null at '{path}' failed to satisfy constraint: Member must not be null");

    /// <summary>Without the value: it is sensitive, or not one that can be shown in a line.</summary>
    internal static ValidationExceptionField Of(string path, string constraint) => new(path, $"Value at '{path}' failed to satisfy constraint: {constraint}");

    internal static ValidationExceptionField Of(string path, string constraint, object value) =>
        new(path, $"Value '{Echo(value)}' at '{path}' failed to satisfy constraint: {constraint}");

    // Bounded, and without control characters: the message ends up in terminals and logs.
    private static string Echo(object value)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        string shown = text.Length <= LongestEcho ? text : text[..LongestEcho] + "…";
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(character => char.IsControl(character) ? '\uFFFD' : character)) : shown;
    }
}
