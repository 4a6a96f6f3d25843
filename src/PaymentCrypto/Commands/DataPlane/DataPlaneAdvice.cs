using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>What to do when the service has refused to use a key, which it says alike of many causes.</summary>
internal static class DataPlaneAdvice
{
    private const string WrongUsage = "KeyUsages not allowed";
    private const string WrongBlock = "Pin block provided is invalid";

    /// <summary>The advice.</summary>
    /// <param name="message">What the service said.</param>
    /// <param name="command">The cmdlet.</param>
    public static string For(string message, CommandInfo command)
    {
        if (message.StartsWith(WrongBlock, StringComparison.Ordinal))
        {
            return "Compare key, card number and format with who made the block: one of them is another. "
                + "With keys that are exportable -ShowSteps of the local engine shows how far it came.";
        }

        return message.StartsWith(WrongUsage, StringComparison.Ordinal)
            ? Derived(message, command) ?? "Name a key that may be used so: Tab offers those, and Get-PcKey lists usages and modes of use."
            : $"Change what the message names; Get-Help {command.Name} -Examples shows what is right.";
    }

    // A key that is used by way of another: what says so was left out.
    private static string? Derived(string message, CommandInfo command)
    {
        string side = message.Contains("OutgoingKeyIdentifier", StringComparison.Ordinal) ? "Outgoing"
            : message.Contains("IncomingKeyIdentifier", StringComparison.Ordinal) ? "Incoming"
            : string.Empty;
        (string usage, string parameter, string what)[] ways =
        [
            (KeyUsage.Tr31B0BaseDerivationKey, side + "KeySerialNumber", "is a base derivation key (DUKPT): give the key serial number of the transaction"),
            (KeyUsage.Tr31E1EmvMkeyConfidentiality, "SessionDerivationData", "is an issuer's master key: give what the session key of the card comes from"),
            (KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "PaddingType", "is an RSA key: give its padding"),
        ];
        foreach ((string usage, string parameter, string what) in ways)
        {
            if (message.Contains($"has usage {usage},", StringComparison.Ordinal) && command.Parameters.ContainsKey(parameter))
            {
                return $"The key {what} with -{parameter}, or name another key.";
            }
        }

        return null;
    }
}
