using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Policies;

/// <summary>Gets the resource policies of keys.</summary>
/// <seealso cref="SetPcKeyPolicyCommand"/>
/// <seealso cref="RemovePcKeyPolicyCommand"/>
[Cmdlet(VerbsCommon.Get, "PcKeyPolicy")]
[OutputType(typeof(KeyPolicy))]
public sealed class GetPcKeyPolicyCommand : PcKeyCmdlet
{
    private protected override void Execute(string key)
    {
        GetResourcePolicyResponse response = Send(new GetResourcePolicyRequest { ResourceArn = ToKeyArn(key) });
        WriteObject(new KeyPolicy(response.ResourceArn, response.Policy));
    }
}
