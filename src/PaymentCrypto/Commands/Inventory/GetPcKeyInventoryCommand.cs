using System.Management.Automation;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Inventory;

/// <summary>Takes an inventory of keys, one flat object for each, with age, last change, tags, policy and what expires.</summary>
/// <remarks>
/// <para>It works with every provider, through the service's own operations: for each key its details, tags, policy and, if it is an imported
/// public key, its certificate. That is 3 requests for a key and 4 for a public key, which the service has no way to ask for several keys at
/// once: -Verbose tells their number before the first, and on AWS a warning does when there are more than 100 keys. -Summary asks only for the
/// listing and the aliases, once for 100 keys; -ExpiringInDays asks only about public keys, because no other key has an end.</para>
/// <para>There is nothing secret in it, and every property is a single value, so that Export-Csv makes a good table. Tokens are known
/// to the local engine only. Key pairs are listed without a certificate, because asking for one would have it issued.</para>
/// </remarks>
/// <seealso cref="ExportPcKeyInventoryCommand"/>
/// <seealso cref="ComparePcKeyInventoryCommand"/>
/// <seealso cref="Keys.GetPcKeyCommand"/>
[Cmdlet(VerbsCommon.Get, "PcKeyInventory")]
[OutputType(typeof(KeyInventoryItem))]
public sealed class GetPcKeyInventoryCommand : PcInventoryCmdlet
{
    /// <summary>What to list: <c>Key</c> unless given; <c>Alias</c> adds aliases without a key, <c>Token</c> the local engine's tokens.</summary>
    [Parameter(Position = 0)]
    [ValidateSet(InventoryKind.Key, InventoryKind.Alias, InventoryKind.Token)]
    public string[] Kind { get; set; } = [InventoryKind.Key];

    /// <summary>Only tokens and certificates that end within so many days or have ended. Tokens are listed too unless <c>-Kind</c> says otherwise.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int ExpiringInDays { get; set; }

    /// <summary>Ask only for the listing and the aliases: no timestamps, tags, policies and certificates, but one call for 100 keys.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    private protected override void Execute()
    {
        bool expiring = MyInvocation.BoundParameters.ContainsKey(nameof(ExpiringInDays));
        string[] kinds = expiring && !MyInvocation.BoundParameters.ContainsKey(nameof(Kind)) ? [InventoryKind.Key, InventoryKind.Token] : Kind;
        foreach (KeyInventoryItem item in Read(Connection, kinds, Summary, endingOnly: expiring && !Summary))
        {
            if (!expiring || item.DaysLeft < ExpiringInDays)
            {
                WriteObject(item);
            }
        }
    }
}
