using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>Asks the user for the one-time code of a multi-factor device. Where nobody can answer it fails at once, and never waits.</summary>
internal static class OneTimeCodePrompt
{
    private const string Field = "Code";

    /// <summary>Asks in a host.</summary>
    /// <param name="host">The session's host.</param>
    /// <param name="device">The device's serial number or ARN.</param>
    /// <exception cref="AwsConfigurationException">The host cannot ask, or nothing was answered.</exception>
    public static string Ask(PSHost host, string device)
    {
        // pwsh without -NonInteractive asks whoever feeds its standard input, and under a scheduler nobody ever does.
        if (host.UI is null || (host.Name == "ConsoleHost" && Console.IsInputRedirected))
        {
            throw Unanswered(device, "and this session cannot ask for it");
        }

        var field = new FieldDescription(Field) { IsMandatory = true };
        field.SetParameterType(typeof(SecureString));
        try
        {
            Dictionary<string, PSObject> answers = host.UI.Prompt("Multi-factor authentication", $"The one-time code that the device '{device}' shows:",
                new Collection<FieldDescription> { field });
            string code = new NetworkCredential(string.Empty, answers?[Field].BaseObject as SecureString).Password.Trim();
            return code.Length > 0 ? code : throw Unanswered(device, "and none was given");
        }
        catch (Exception exception) when (exception is HostException or InvalidOperationException or NotSupportedException or NotImplementedException)
        {
            throw Unanswered(device, "and this session cannot ask for it");
        }
    }

    /// <summary>The error for a code that nobody gave.</summary>
    /// <param name="device">The device's serial number or ARN.</param>
    /// <param name="why">The rest of the sentence.</param>
    public static AwsConfigurationException Unanswered(string device, string why) =>
        new(AwsConfigurationFailure.MfaRequired, $"The role demands a one-time code of the device '{device}', {why}.");
}
