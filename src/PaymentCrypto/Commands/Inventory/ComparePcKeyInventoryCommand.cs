using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Errors;
using PaymentCrypto.Inventory;
using PaymentCrypto.Providers;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Inventory;

/// <summary>Compares two inventories: yesterday with today, or the local engine with AWS. One object for each difference.</summary>
/// <remarks>
/// <para>Each side is a file that Export-PcKeyInventory has written as JSON, a provider (Local, Aws, or an object from Get-PcProvider), or items from
/// Get-PcKeyInventory. Without -DifferenceObject the reference is compared with what the session's provider has now.</para>
/// <para>The same key is found by its ARN; in another account by an alias; or by its check value, algorithm and usage, if they are those of one key only on
/// each side. MatchedBy says which. Ages and times of creation are not compared. Nothing is returned when there is no difference, so that a runbook can
/// say: if (Compare-PcKeyInventory plan.json) { … }; therefore a side that cannot be read is an error that ends the script.</para>
/// </remarks>
/// <seealso cref="ExportPcKeyInventoryCommand"/>
/// <seealso cref="GetPcKeyInventoryCommand"/>
/// <seealso cref="ImportPcKeyInventoryCommand"/>
[Cmdlet(VerbsData.Compare, "PcKeyInventory")]
[OutputType(typeof(KeyInventoryDifference))]
public sealed class ComparePcKeyInventoryCommand : PcInventoryCmdlet
{
    private ProviderConnection? _second;

    /// <summary>What it was, or should be: a file, a provider, or items.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public object[] ReferenceObject { get; set; } = [];

    /// <summary>What it is: a file, a provider, or items. What the session's provider has now unless given.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNull]
    public object[]? DifferenceObject { get; set; }

    /// <summary>What to compare: <c>Key</c> and <c>Alias</c> (those without a key) unless given; tokens come and go every day.</summary>
    [Parameter]
    [ValidateSet(InventoryKind.Key, InventoryKind.Alias, InventoryKind.Token)]
    public string[] Kind { get; set; } = [InventoryKind.Key, InventoryKind.Alias];

    /// <summary>Ask providers only for the listing and the aliases; then only what these tell is compared.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Return what is the same as well.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    private protected override void Execute()
    {
        try
        {
            List<KeyInventoryItem> reference = Side(ReferenceObject);
            List<KeyInventoryItem> difference = DifferenceObject is null ? [.. Read(Connection, Kind, Summary)] : Side(DifferenceObject);
            WriteObject(InventoryComparison.Compare(reference, difference, IncludeEqual), enumerateCollection: true);
        }
        catch (PaymentCryptographyException exception)
        {
            // An error that a script may pass over would leave it with nothing, which means that there is no difference.
            ThrowTerminatingError(ErrorRecordFactory.Create(exception, ErrorTarget));
        }
    }

    private List<KeyInventoryItem> Side(object[] given)
    {
        var items = new List<KeyInventoryItem>();
        foreach (object one in given)
        {
            object value = one is PSObject wrapped ? wrapped.BaseObject : one;
            Begin(value.ToString() ?? string.Empty);
            switch (value)
            {
                case KeyInventoryItem item:
                    items.Add(item);
                    break;
                case Provider provider:
                    items.AddRange(From(provider));
                    break;
                case ProviderName name:
                    items.AddRange(From(new Provider(name)));
                    break;
                case FileInfo file:
                    items.AddRange(InventoryFile.Read(file.FullName));
                    break;
                case string text when Enum.TryParse(text, ignoreCase: true, out ProviderName name) && Enum.IsDefined(name) && FindFile(text) is null:
                    items.AddRange(From(new Provider(name)));
                    break;
                case string text:
                    items.AddRange(InventoryFile.Read(ResolveFile(text)));
                    break;
                default:
                    throw new InvalidConfigurationException(
                        "PcInventoryInputUnknown",
                        $"A {value.GetType().Name} is no inventory: give a file that Export-PcKeyInventory has written, a provider, or items from "
                            + "Get-PcKeyInventory.");
            }
        }

        return [.. items.Where(item => Kind.Contains(item.Kind, StringComparer.OrdinalIgnoreCase))];
    }

    private List<KeyInventoryItem> From(Provider provider)
    {
        _second?.Dispose();
        _second = provider.Settings is { } settings ? Connect(settings, keep: false) : Connect(SettingsOf(provider.ProviderName), keep: true);
        return [.. Read(_second, Kind, Summary)];
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _second?.Dispose();
        }

        base.Dispose(disposing);
    }
}
