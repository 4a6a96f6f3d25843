using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>
/// Reads the texts that the data plane takes. What is wrong with one is said by its parameter and its length, never by its value: a PAN, a
/// track or a cryptogram must not come back in an error.
/// </summary>
internal static class Field
{
    /// <summary>Decimal digits, without the blanks that people put between them.</summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">What was given.</param>
    /// <param name="least">How many digits at least.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="what">What it is, in a few words.</param>
    /// <exception cref="ParameterException">It is something else.</exception>
    public static string Digits(string parameter, string? value, int least, int most, string what) =>
        Read(parameter, value, char.IsAsciiDigit, least, most, what, "digits");

    /// <summary>Hex digits, without blanks, in upper case.</summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">What was given.</param>
    /// <param name="least">How many digits at least.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="what">What it is, in a few words.</param>
    /// <exception cref="ParameterException">It is something else.</exception>
    public static string Hex(string parameter, string? value, int least, int most, string what) =>
        Read(parameter, value, char.IsAsciiHexDigit, least, most, what, "hex digits").ToUpperInvariant();

    /// <summary>The PAN, 12 to 19 digits.</summary>
    public static string Pan(string? value) => Digits("PrimaryAccountNumber", value, 12, 19, "a card number (PAN)");

    /// <summary>The PAN sequence number, two digits; one alone is filled up.</summary>
    public static string PanSequenceNumber(string value) =>
        Digits("PanSequenceNumber", value.Trim() is [var only] ? $"0{only}" : value, 2, 2, "a PAN sequence number");

    /// <summary>The application transaction counter, four hex digits.</summary>
    public static string TransactionCounter(string? value, int least = 4) =>
        Hex("ApplicationTransactionCounter", value, least, 4, "an application transaction counter (ATC)");

    /// <summary>The key serial number of DUKPT: 8, 10 or 12 bytes.</summary>
    public static string KeySerialNumber(string parameter, string? value)
    {
        string serial = Hex(parameter, value, 16, 24, "a key serial number (KSN)");
        return serial.Length is 16 or 20 or 24
            ? serial
            : throw Invalid(parameter, $"-{parameter} has {serial.Length} hex digits; a key serial number (KSN) has 20 with a TDES base key (16 in its "
                + "short form) and 24 with an AES base key.");
    }

    /// <summary>A PIN block: 8 bytes under TDES, 16 under AES.</summary>
    public static string PinBlock(string parameter, string? value)
    {
        string block = Hex(parameter, value, 16, 32, "an encrypted PIN block");
        return block.Length is 16 or 32
            ? block
            : throw Invalid(parameter, $"-{parameter} has {block.Length} hex digits; an encrypted PIN block has 16 under a TDES key and 32 under an AES key.");
    }

    /// <summary>An initial vector: one block of the cipher.</summary>
    public static string? Vector(string parameter, string? value)
    {
        if (value is null)
        {
            return null;
        }

        string vector = Hex(parameter, value, 16, 32, "an initial vector");
        return vector.Length is 16 or 32
            ? vector
            : throw Invalid(parameter, $"-{parameter} has {vector.Length} hex digits; an initial vector has 16 with TDES and 32 with AES.");
    }

    /// <summary>
    /// One of the service's values, whatever its case; null for none. What is not known is passed on, because the service may know more values
    /// than this version of the module; not what looks like a number in the wrong place, which the refusal would show.
    /// </summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">What was given.</param>
    /// <param name="known">The values that are known.</param>
    /// <exception cref="ParameterException">It looks like a number.</exception>
    public static string? Choice(string parameter, string? value, IReadOnlyList<string> known) =>
        KnownValue.Of(known, value?.Trim()) is { } text && !known.Contains(text) && IsHidden(text)
            ? OneOf(parameter, text, known)
            : KnownValue.Of(known, value?.Trim());

    /// <summary>One of a closed list, whatever its case.</summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">What was given.</param>
    /// <param name="known">The list.</param>
    /// <exception cref="ParameterException">It is none of them.</exception>
    public static string OneOf(string parameter, string? value, IReadOnlyList<string> known) =>
        known.FirstOrDefault(one => string.Equals(one, value?.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw Invalid(parameter, $"-{parameter} {Shown(value)} is not one of {string.Join(", ", known)}.");

    /// <summary>The error for a value that cannot be.</summary>
    public static ParameterException Invalid(string parameter, string message) => new(ParameterFailure.Invalid, parameter, message);

    /// <summary>The error for one that is needed.</summary>
    public static ParameterException Missing(string parameter, string message) => new(ParameterFailure.Missing, parameter, message);

    /// <summary>The error for one that goes with none of the others.</summary>
    public static ParameterException Conflict(string parameter, string message) => new(ParameterFailure.Conflict, parameter, message);

    // A word such as a mode is shown; what may be a number that was put into the wrong place is not.
    private static string Shown(string? value) => value is not { Length: > 0 } || IsHidden(value) ? "as given" : $"'{value}'";

    private static bool IsHidden(string value)
    {
        const int MostLength = 40;
        const int MostDigits = 5;
        return value.Length > MostLength || value.Count(char.IsAsciiDigit) > MostDigits;
    }

    private static string Read(string parameter, string? value, Func<char, bool> allowed, int least, int most, string what, string alphabet)
    {
        string text = WithoutBlanks(value ?? string.Empty);
        string expected = least == most ? least.ToString(CultureInfo.InvariantCulture) : $"{least} to {most}";
        if (text.Length == 0)
        {
            throw Missing(parameter, $"-{parameter} is empty: give {what} of {expected} {alphabet}.");
        }

        int right = 0;
        while (right < text.Length && allowed(text[right]))
        {
            right++;
        }

        if (right < text.Length)
        {
            throw Invalid(parameter, $"-{parameter} has a character that is none of the {alphabet}, as character {right + 1} of {text.Length}; {what} has "
                + $"{expected} {alphabet} and nothing else.");
        }

        return text.Length >= least && text.Length <= most
            ? text
            : throw Invalid(parameter, $"-{parameter} has {text.Length} {alphabet}; {what} has {expected}.");
    }

    private static string WithoutBlanks(string text)
    {
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                return string.Concat(text.Where(static one => !char.IsWhiteSpace(one)));
            }
        }

        return text;
    }
}
