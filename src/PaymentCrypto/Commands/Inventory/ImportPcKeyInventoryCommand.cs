using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Inventory;

namespace PaymentCrypto.Commands.Inventory;

/// <summary>Reads inventories that Export-PcKeyInventory has written as JSON.</summary>
/// <remarks>
/// <para>The items come back as they were, with the ages and days left of the day on which the inventory was taken, so that they can be filtered,
/// compared and made into a report again. A file that is no inventory is an error of its own; the others are read.</para>
/// </remarks>
/// <seealso cref="ExportPcKeyInventoryCommand"/>
/// <seealso cref="ComparePcKeyInventoryCommand"/>
[Cmdlet(VerbsData.Import, "PcKeyInventory", DefaultParameterSetName = PathSet)]
[OutputType(typeof(KeyInventoryItem))]
public sealed class ImportPcKeyInventoryCommand : PcCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private string? _current;

    /// <summary>The files. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files. Taken literally, without wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "InFile")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    private protected override object? ErrorTarget => _current;

    private protected override void Execute()
    {
        bool literal = ParameterSetName == LiteralPathSet;
        foreach (string path in literal ? LiteralPath : Path)
        {
            _current = path;
            Attempt(() => Read(literal ? [ResolveFile(path)] : FindFiles(path)));
        }
    }

    private void Read(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            _current = file;
            Attempt(() => WriteObject(InventoryFile.Read(file), enumerateCollection: true));
        }
    }

    private IReadOnlyList<string> FindFiles(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [ResolveFile(path)];
        }

        IReadOnlyList<string> files = ResolveFiles(path);
        return files.Count > 0 ? files : throw new InventoryFileException(
            "PcInventoryFileUnreadable",
            $"No file matches '{path}'. Give the path of an inventory that Export-PcKeyInventory has written as JSON; if its name has brackets in it, with "
                + "-LiteralPath.");
    }
}
