using System.Security;

namespace PaymentCrypto.Server.Settings;

/// <summary>
/// Secrets from a file or the environment. Never from the command line: every user of the machine sees that, and the shell keeps it.
/// </summary>
internal static class SecretText
{
    /// <summary>The longest file of secrets.</summary>
    private const int Longest = 64 * 1024;

    /// <summary>The text of a file, or else of a variable, without the line end that editors add; null when neither is given.</summary>
    /// <param name="file">The file; null for none.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="environment">The environment.</param>
    internal static string? Read(string? file, string variable, Func<string, string?> environment)
    {
        string? text = file is null ? environment(variable) : FileText.Read(file, Longest);
        if (text is null || (file is null && text.Length == 0))
        {
            return null;
        }

        string trimmed = text.TrimEnd('\r', '\n');
        return trimmed.Length > 0 ? trimmed : throw new UsageException($"{file} is empty: it has the secret and nothing else.");
    }

    /// <summary>The same in protected memory.</summary>
    internal static SecureString? Protect(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var secret = new SecureString();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
