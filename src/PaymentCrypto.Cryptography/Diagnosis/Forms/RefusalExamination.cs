using System.Text.RegularExpressions;

namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>The message of a refused request: the engine writes the name of its check into it, and the words of the service tell some.</summary>
public static partial class RefusalExamination
{
    private static readonly (string Words, string Check)[] Words =
    [
        ("regular expression", ExchangeCause.ServiceCharacters),
        ("expired", ExchangeCause.ServiceToken),
        ("weaker", ExchangeCause.ServiceStrength),
        ("modes of use", ExchangeCause.ServiceKey),
        ("not allowed for KeyUsage", ExchangeCause.ServiceAttributes),
        ("not one that the service has", ExchangeCause.ServiceAttributes),
        ("key block header", CryptographyError.Tr31HeaderField.ToString()),
        ("MAC", CryptographyError.Tr31Mac.ToString()),
        ("signature", CryptographyError.CertificateSignature.ToString()),
        ("could not be opened", CryptographyError.Tr31Mac.ToString()),
    ];

    /// <summary>Whether a text is the message of an error.</summary>
    /// <param name="text">The text.</param>
    public static bool IsError(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("Exception", StringComparison.Ordinal) || text.Contains("was refused", StringComparison.Ordinal)
            || text.Contains("An error occurred", StringComparison.OrdinalIgnoreCase) || CheckName().IsMatch(text);
    }

    /// <summary>What the message tells.</summary>
    /// <param name="text">The message, with or without the error's id.</param>
    /// <returns>One failure: of the check that it names, or of the request.</returns>
    public static IReadOnlyList<ExchangeFinding> Examine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const int longest = 400;
        var examination = new Examination();
        string check = CheckName().Matches(text).Select(static match => match.Groups[1].Value).FirstOrDefault(static name => CheckGuide.Of(name) is not null)
            ?? Words.FirstOrDefault(entry => text.Contains(entry.Words, StringComparison.OrdinalIgnoreCase)).Check
            ?? ExchangeCause.Refusal;
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        examination.Fail(check, line.Length > longest ? line[..longest] + "…" : line);
        return examination.Findings;
    }

    [GeneratedRegex(@"(?:\bPcKeyBlock|\()((?:Tr31|Tr34|Certificate|Cryptogram|KeyAgreement|Invalid|KeyComponent|KeySerial)[A-Za-z0-9]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CheckName();
}
