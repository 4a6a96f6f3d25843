using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Tags;

/// <summary>Gets the tags of keys: one hashtable of names and values for each key.</summary>
/// <remarks>
/// <para>The names in the hashtable differ by case, as they do in the service. -Tag of other cmdlets takes it as it is.</para>
/// </remarks>
/// <seealso cref="AddPcKeyTagCommand"/>
/// <seealso cref="RemovePcKeyTagCommand"/>
[Cmdlet(VerbsCommon.Get, "PcKeyTag")]
[OutputType(typeof(Hashtable), typeof(KeyTag))]
public sealed class GetPcKeyTagCommand : PcKeyCmdlet
{
    private const int PageSize = 100;

    /// <summary>Return one object for each tag, which also says whose it is.</summary>
    [Parameter]
    public SwitchParameter AsObject { get; set; }

    private protected override void Execute(string key)
    {
        string keyArn = ToKeyArn(key);
        if (AsObject)
        {
            WriteObject(Read(keyArn).Select(tag => new KeyTag(keyArn, tag)), enumerateCollection: true);
            return;
        }

        Hashtable table = TagHashtable.New();
        foreach (Tag tag in Read(keyArn))
        {
            table[tag.Key!] = tag.Value;
        }

        WriteObject(table);
    }

    private IEnumerable<Tag> Read(string keyArn)
    {
        var request = new ListTagsForResourceRequest { ResourceArn = keyArn, MaxResults = PageSize };
        do
        {
            ListTagsForResourceResponse page = Send(request);
            foreach (Tag tag in page.Tags!)
            {
                yield return tag;
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }
}
