using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Policies;

/// <summary>Gives keys a resource policy, in place of the one that they have.</summary>
/// <remarks>
/// <para>
/// The policy lets other accounts use the key. It cannot let everybody. Asks first; use -Force or -Confirm:$false in automation.
/// </para>
/// </remarks>
/// <seealso cref="GetPcKeyPolicyCommand"/>
/// <seealso cref="RemovePcKeyPolicyCommand"/>
[Cmdlet(VerbsCommon.Set, "PcKeyPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(KeyPolicy))]
public sealed class SetPcKeyPolicyCommand : PcKeyChangeCmdlet
{
    /// <summary>The policy: JSON text, also as the lines of a file, or a hashtable that becomes JSON.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [PolicyTransformation]
    [ValidateNotNullOrEmpty]
    public string Policy { get; set; } = string.Empty;

    /// <summary>Return the policy.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Action => "Replace the resource policy";

    private protected override void Execute(string key)
    {
        PutResourcePolicyResponse response = Send(new PutResourcePolicyRequest { ResourceArn = ToKeyArn(key), Policy = Policy });
        if (PassThru)
        {
            WriteObject(new KeyPolicy(response.ResourceArn, response.Policy));
        }
    }
}
