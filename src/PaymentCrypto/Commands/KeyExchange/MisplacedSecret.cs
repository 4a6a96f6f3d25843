using System.Buffers.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// A clear key typed where none belongs. It must not be looked up as a file, nor come back in an error: PowerShell's own binder prints
/// whatever it cannot place.
/// </summary>
internal static class MisplacedSecret
{
    // Those that are text and neither digits nor key material.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "Algorithm", "KeyAlgorithm", "PinBlockFormat", "DukptDerivationType", "ProtectionKeyAlgorithm", "KeyCheckValueAlgorithm", "KeyPath",
        "ProtectionKeyPath", "Usage", "ModeOfUse", "Exportability",
        "KeyVersion", "Version", "Dialect", "WrappingSpec", "KeyDerivationFunction", "KeyDerivationHashAlgorithm", "OutFile", "Subject", "CommonName",
    };

    private const int LeastDigits = 16;

    /// <summary>Refuses what has no place, and keys in the place of words.</summary>
    /// <param name="cmdlet">The cmdlet, with what was typed bound.</param>
    /// <param name="rest">What PowerShell could not place.</param>
    public static void Refuse(PcCmdlet cmdlet, object?[]? rest)
    {
        foreach ((string name, object value) in cmdlet.MyInvocation.BoundParameters)
        {
            if (Words.Contains(name) && (value is string[] several ? Array.Exists(several, IsKey) : value is string text && IsKey(text)))
            {
                cmdlet.Refuse(new KeyInputException(
                    KeyInputFailure.Form,
                    $"-{name} was given what looks like a clear key, which is not taken as plain text and is not shown here: give a SecureString (Read-Host "
                        + "-AsSecureString), a file, or a key object. If it was typed at a prompt, take it out of the history: Clear-History, and the file "
                        + "that (Get-PSReadLineOption).HistorySavePath names."));
            }
        }

        if (rest is { Length: > 0 })
        {
            string what = rest[0] is string { Length: < 40 } text && text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept(Letters) < 0
                ? $"There is no parameter {text}, or it is one of another form of the command"
                : $"{rest.Length} argument{(rest.Length == 1 ? " has" : "s have")} no place in the command and {(rest.Length == 1 ? "is" : "are")} not "
                    + "shown here, as it may be a key";
            cmdlet.Refuse(new KeyInputException(
                KeyInputFailure.Form,
                $"{what}. See Get-Help {cmdlet.MyInvocation.MyCommand.Name}. A clear key is never typed as plain text: give a SecureString (Read-Host "
                    + "-AsSecureString), a file, or a key object."));
        }
    }

    private static System.Buffers.SearchValues<char> Letters { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:");

    private static bool IsKey(string? text) => text is not null && (LooksLikeHex(text) || LooksLikeBase64(text));

    private static bool LooksLikeHex(string text)
    {
        // Behind 0x or the scheme letter of an HSM there may be a key as well.
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        rest = rest is ['0', 'x' or 'X', ..] ? rest[2..] : rest is [>= 'R' and <= 'Z', ..] ? rest[1..] : rest;
        int digits = 0;
        foreach (char character in rest)
        {
            if (char.IsAsciiHexDigit(character))
            {
                digits++;
            }
            else if (character != ':' && !char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return digits >= LeastDigits;
    }

    // Only with padding: without it, it could be the name of a file.
    private static bool LooksLikeBase64(string text) =>
        text.TrimEnd() is [.., '='] && Base64.IsValid(text, out int length) && length >= LeastDigits / 2;
}
