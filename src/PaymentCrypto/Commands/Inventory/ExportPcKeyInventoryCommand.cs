using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Inventory;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Inventory;

/// <summary>
/// Writes an inventory of keys, aliases and tokens to a file: JSON to compare and keep, CSV for a spreadsheet, an HTML report with charts,
/// or import blocks for Terraform.
/// </summary>
/// <remarks>
/// <para>The format follows from the file's extension (.json, .csv, .html, .tf), unless -Format says otherwise. Without input the inventory is taken from the
/// provider; items from Get-PcKeyInventory or Import-PcKeyInventory can be piped in, filtered for example.</para>
/// <para>The HTML report is one file that opens in any browser, needs no network and no script, follows the reader's light or dark setting and can be printed.
/// It shows what is used for what, ages, what expires or is about to be destroyed, and every key.</para>
/// <para>Terraform gets import blocks for keys and aliases: terraform plan -generate-config-out writes the resources of them. Tokens, and keys that are being
/// deleted, are no resources and left out.</para>
/// <para>The file has public metadata only, and gets its name when it is whole. One that is there already is kept unless -Force is given.</para>
/// </remarks>
/// <seealso cref="GetPcKeyInventoryCommand"/>
/// <seealso cref="ImportPcKeyInventoryCommand"/>
/// <seealso cref="ComparePcKeyInventoryCommand"/>
[Cmdlet(VerbsData.Export, "PcKeyInventory", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPcKeyInventoryCommand : PcInventoryCmdlet
{
    private InventoryOutput? _output;
    private bool _wanted;
    private bool _failed;

    /// <summary>The file. Taken literally, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("OutputFile")]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Items from Get-PcKeyInventory or Import-PcKeyInventory. Unless given, everything that the provider has.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public KeyInventoryItem[]? InputObject { get; set; }

    /// <summary>The format, if the extension does not tell it: <c>Json</c>, <c>Csv</c>, <c>Html</c> or <c>Terraform</c>.</summary>
    [Parameter]
    [ValidateSet("Json", "Csv", "Html", "Terraform")]
    public string? Format { get; set; }

    /// <summary>What to write when nothing is piped in: <c>Key</c>, <c>Alias</c> for those without a key, <c>Token</c>. All of them unless given.</summary>
    [Parameter]
    [ValidateSet(InventoryKind.Key, InventoryKind.Alias, InventoryKind.Token)]
    public string[] Kind { get; set; } = InventoryKind.All;

    /// <summary>Ask only for the listing and the aliases: no timestamps, tags, policies and certificates, but one call for 100 keys.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>The heading of an HTML report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Key inventory";

    /// <summary>Replace a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Return the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Begin(OutFile!);
        Attempt(() =>
        {
            string path = ResolveFile(OutFile!);
            string format = Format ?? InventoryOutput.FormatOf(path);
            if (File.Exists(path) && !Force)
            {
                throw new InvalidConfigurationException("PcOutFileExists",
                    $"The file '{path}' is there already. It was left as it is: choose another name, or replace it with -Force.");
            }

            _wanted = ShouldProcess(path, $"Write the inventory as {format.ToUpperInvariant()}");
            _output = _wanted ? InventoryOutput.Open(path, format, Title) : null;
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_output is null || _failed)
        {
            return;
        }

        Begin(OutFile!);
        Attempt(() =>
        {
            _output.Publish(Force);
            WriteVerbose($"{_output.Path}: {_output.Count} item(s) written.");
            if (PassThru)
            {
                WriteObject(new FileInfo(_output.Path));
            }
        });
    }

    private protected override void Execute()
    {
        if (_output is null)
        {
            return;
        }

        try
        {
            if (InputObject is null)
            {
                _output.Begin(new InventoryOrigin(Connection.Settings.Name.ToString(), Connection.AccountId, Connection.Region,
                    Connection.Clock.GetUtcNow().UtcDateTime));
            }

            foreach (KeyInventoryItem item in InputObject ?? Read(Connection, Kind, Summary))
            {
                _output.Write(item);
            }
        }
        catch
        {
            // Half an inventory would pass for a whole one.
            _failed = true;
            throw;
        }
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _output?.Dispose();
        }

        base.Dispose(disposing);
    }
}
