using System.Globalization;
using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>
/// Takes keys and PINs in. Plain text is taken only beside -AsPlainText, by which the user says that all of it is for test: PSReadLine keeps
/// a line with that word out of the history file.
/// </summary>
internal static class TestSecret
{
    /// <summary>The secret as an object or a SecureString.</summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">What the user gave.</param>
    /// <param name="isTest">Whether plain text is taken.</param>
    /// <param name="right">What would be right, for errors.</param>
    /// <exception cref="ParameterException">It is empty, or plain text.</exception>
    public static object Of(string parameter, object? value, bool isTest, string right)
    {
        object? secret = value is PSObject wrapped ? wrapped.BaseObject : value;
        return secret switch
        {
            null or "" or SecureString { Length: 0 } or object[] { Length: 0 } or byte[] { Length: 0 } =>
                throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty: give {right}."),
            object[] several when Array.TrueForAll(several, static one => (one is PSObject o ? o.BaseObject : one) is byte) =>
                OfBytes([.. several.Select(static one => (byte)(one is PSObject o ? o.BaseObject : one))]),
            byte[] bytes => OfBytes(bytes),

            // PowerShell takes bare digits for a number, and has their text beside it only until they are in a variable.
            string or ValueType when !isTest => throw new ParameterException(
                ParameterFailure.Invalid,
                parameter,
                $"-{parameter} is not taken as plain text, which stays in the command history and in logs: give {right}. For a test value that may be seen, "
                    + "add -AsPlainText."),
            string text => OfText(text),
            ValueType => OfText(LanguagePrimitives.ConvertTo<string>(value)),
            _ => value!,
        };
    }

    private static SecureString OfText(string text)
    {
        SecureString secret = new();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    private static SecureString OfBytes(byte[] bytes)
    {
        SecureString secret = new();
        foreach (byte one in bytes)
        {
            foreach (char digit in one.ToString("X2", CultureInfo.InvariantCulture))
            {
                secret.AppendChar(digit);
            }
        }

        secret.MakeReadOnly();
        return secret;
    }
}
