using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Tags;

/// <summary>Removes tags from keys.</summary>
/// <remarks>
/// <para>A tag that a key does not have is passed over. Asks first; use -Force or -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="AddPcKeyTagCommand"/>
/// <seealso cref="GetPcKeyTagCommand"/>
[Cmdlet(VerbsCommon.Remove, "PcKeyTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePcKeyTagCommand : PcKeyChangeCmdlet
{
    /// <summary>The names of the tags. Case matters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKeys")]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] TagKey { get; set; } = [];

    private protected override string Action => $"Remove the tag(s) {string.Join(", ", TagKey)}";

    private protected override void Execute(string key) =>
        Send(new UntagResourceRequest { ResourceArn = ToKeyArn(key), TagKeys = TagKey });
}
