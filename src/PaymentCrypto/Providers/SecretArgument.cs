using System.Management.Automation;
using System.Security;

namespace PaymentCrypto.Providers;

/// <summary>A secret that a user gives as a SecureString or, because other tools hand it out so, as a string.</summary>
internal static class SecretArgument
{
    /// <summary>The secret, read-only and the module's own; null when the value is neither.</summary>
    public static SecureString? From(object? value)
    {
        SecureString? secret = (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            SecureString given => given.Copy(),
            string text => Protect(text),
            _ => null,
        };
        secret?.MakeReadOnly();
        return secret;
    }

    private static SecureString Protect(string text)
    {
        var secret = new SecureString();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        return secret;
    }
}
