using System.Management.Automation;
using PaymentCrypto.Inventory;

namespace PaymentCrypto.Commands.Inventory;

/// <summary>Reads inventories that Export-PcKeyInventory has written as JSON.</summary>
/// <remarks>
/// <para>The items come back as they were, with the ages and days left of the day on which the inventory was taken, so that they can be filtered,
/// compared and made into a report again.</para>
/// </remarks>
/// <seealso cref="ExportPcKeyInventoryCommand"/>
/// <seealso cref="ComparePcKeyInventoryCommand"/>
[Cmdlet(VerbsData.Import, "PcKeyInventory")]
[OutputType(typeof(KeyInventoryItem))]
public sealed class ImportPcKeyInventoryCommand : PcCmdlet
{
    private string? _current;

    /// <summary>The files. Taken literally, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "LiteralPath", "PSPath", "InFile")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    private protected override object? ErrorTarget => _current;

    private protected override void Execute()
    {
        foreach (string path in Path)
        {
            _current = path;
            Attempt(() => WriteObject(InventoryFile.Read(ResolveFile(path)), enumerateCollection: true));
        }
    }
}
