using System.Text.RegularExpressions;

namespace PaymentCrypto.Shell.Interactive;

/// <summary>Tells the lines that shall not be kept in a history, because they look as if a secret had been typed into them.</summary>
internal static partial class SecretLine
{
    /// <summary>
    /// Whether a line has a clear key in it (hex digits that stand alone and are 8, 16, 24 or 32 bytes) or text for a password, passphrase
    /// or secret key. Key blocks and tokens are longer and may be kept.
    /// </summary>
    public static bool Is(string line) => ClearKey().IsMatch(line) || SecretArgument().IsMatch(line);

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:(?:[0-9A-Fa-f]{2}[ :-]?){7}|(?:[0-9A-Fa-f]{2}[ :-]?){15}|(?:[0-9A-Fa-f]{2}[ :-]?){23}|(?:[0-9A-Fa-f]{2}[ :-]?){31})[0-9A-Fa-f]{2}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex ClearKey();

    // What follows and begins as a variable, another parameter, an expression or the next command is no secret.
    [GeneratedRegex(
        @"(?:passphrase|password|secretkey|secretaccesskey|sessiontoken|-SK|-ST|ConvertTo-SecureString(?:\s+-String)?)\b[\s:=]+['""]?[^\s$'""(){}|;-]|NetworkCredential\]::new\([^)]*,\s*['""]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretArgument();
}
