using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Tags;

/// <summary>Sets tags on keys.</summary>
/// <remarks>
/// <para>A tag that a key has already gets the new value.</para>
/// </remarks>
/// <seealso cref="GetPcKeyTagCommand"/>
/// <seealso cref="RemovePcKeyTagCommand"/>
/// <seealso cref="Keys.NewPcKeyCommand"/>
[Cmdlet(VerbsCommon.Add, "PcKeyTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
public sealed class AddPcKeyTagCommand : PcKeyChangeCmdlet
{
    /// <summary>The tags: a hashtable of names and values.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateNotNull]
    public Hashtable Tag { get; set; } = [];

    private protected override string Action => $"Set {Tag.Count} tag(s)";

    private protected override void Execute(string key) =>
        Send(new TagResourceRequest { ResourceArn = ToKeyArn(key), Tags = TagHashtable.ToTags(Tag) });
}
