using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Calls off the deletion of keys.</summary>
/// <remarks>
/// <para>They stay disabled until Enable-PcKey.</para>
/// </remarks>
/// <seealso cref="RemovePcKeyCommand"/>
/// <seealso cref="EnablePcKeyCommand"/>
[Cmdlet(VerbsData.Restore, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Key))]
public sealed class RestorePcKeyCommand : PcKeyStateCmdlet
{
    private protected override string Action => "Call off the deletion of the key";

    private protected override Api.Key Change(string keyIdentifier) => Send(new RestoreKeyRequest { KeyIdentifier = keyIdentifier }).Key!;
}
