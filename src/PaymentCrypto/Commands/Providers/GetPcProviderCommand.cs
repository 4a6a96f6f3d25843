using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands.Providers;

/// <summary>Shows the provider of this session.</summary>
/// <remarks>
/// <para>
/// Shows who carries out the operations of this session, for which account and region, and where the local store is. Nothing is opened or
/// made.
/// </para>
/// </remarks>
/// <seealso cref="SetPcProviderCommand"/>
/// <seealso>about_PaymentCrypto</seealso>
/// <seealso>about_PaymentCrypto_Local</seealso>
/// <seealso>about_PaymentCrypto_Aws</seealso>
[Cmdlet(VerbsCommon.Get, "PcProvider")]
[OutputType(typeof(Provider))]
public sealed class GetPcProviderCommand : PcCmdlet
{
    /// <summary>Show this provider's settings instead of those of the session's own.</summary>
    [Parameter(Position = 0)]
    public ProviderName? Name { get; set; }

    private protected override object? ErrorTarget => Name;

    private protected override void Execute()
    {
        ProviderSettings settings = SettingsOf(Name);
        if (settings.Name == ProviderName.Local)
        {
            WriteObject(new Provider(settings, ProviderFactory.StorePath(settings)));
            return;
        }

        // Finding out where requests would go sends none. What stands in the way is for the cmdlet that sends one to refuse.
        try
        {
            using ProviderConnection connection = Connect(settings, keep: true);
            WriteObject(new Provider(settings, storePath: null, connection.Aws));
        }
        catch (AwsConfigurationException exception)
        {
            WriteWarning($"{exception.Message} {exception.RecommendedAction}");
            WriteObject(new Provider(settings, storePath: null));
        }
    }
}
