using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Lets keys be used again.</summary>
/// <seealso cref="DisablePcKeyCommand"/>
/// <seealso cref="RestorePcKeyCommand"/>
/// <seealso cref="GetPcKeyCommand"/>
[Cmdlet(VerbsLifecycle.Enable, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Key))]
public sealed class EnablePcKeyCommand : PcKeyStateCmdlet
{
    private protected override string Action => "Enable the key";

    private protected override Api.Key Change(string keyIdentifier) => Send(new StartKeyUsageRequest { KeyIdentifier = keyIdentifier }).Key!;
}
