using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Policies;

/// <summary>Takes the resource policy from keys: other accounts cannot use them any more.</summary>
/// <remarks>
/// <para>Asks first; use -Force or -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="GetPcKeyPolicyCommand"/>
/// <seealso cref="SetPcKeyPolicyCommand"/>
[Cmdlet(VerbsCommon.Remove, "PcKeyPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePcKeyPolicyCommand : PcKeyChangeCmdlet
{
    private protected override string Action => "Delete the resource policy";

    private protected override void Execute(string key) => Send(new DeleteResourcePolicyRequest { ResourceArn = ToKeyArn(key) });
}
