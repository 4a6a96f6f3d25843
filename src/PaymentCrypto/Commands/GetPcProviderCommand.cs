using System.Management.Automation;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands;

/// <summary>Shows the provider that this session uses, without opening it.</summary>
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
        ProviderSettings settings = Session.Settings(Name);
        WriteObject(new Provider(settings, ProviderFactory.StorePath(settings)));
    }
}
