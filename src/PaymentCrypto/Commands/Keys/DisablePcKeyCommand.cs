using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Stops all use of keys until they are enabled again.</summary>
/// <seealso cref="EnablePcKeyCommand"/>
/// <seealso cref="RemovePcKeyCommand"/>
/// <seealso cref="GetPcKeyCommand"/>
[Cmdlet(VerbsLifecycle.Disable, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Key))]
public sealed class DisablePcKeyCommand : PcKeyStateCmdlet
{
    private protected override string Action => "Disable the key";

    private protected override Api.Key Change(string keyIdentifier) => Send(new StopKeyUsageRequest { KeyIdentifier = keyIdentifier }).Key!;
}
