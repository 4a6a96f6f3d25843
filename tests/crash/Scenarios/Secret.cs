using System.Security;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>Passphrases.</summary>
internal static class Secret
{
    /// <summary>A text as a secure string.</summary>
    public static SecureString Of(string text)
    {
        SecureString secret = new();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        return secret;
    }
}
