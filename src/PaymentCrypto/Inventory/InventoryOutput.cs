using PaymentCrypto.Api;
using PaymentCrypto.Files;

namespace PaymentCrypto.Inventory;

/// <summary>A file in which an inventory is written. It gets its name when it is whole; until then, and if it never is, there is only a draft.</summary>
internal sealed class InventoryOutput : IDisposable
{
    private readonly OutputFile _file;
    private readonly IInventoryWriter _writer;

    private InventoryOutput(string path, OutputFile file, IInventoryWriter writer)
    {
        Path = path;
        _file = file;
        _writer = writer;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many items were written.</summary>
    public int Count { get; private set; }

    /// <summary>The format that an extension stands for.</summary>
    /// <exception cref="InvalidConfigurationException">It stands for none.</exception>
    public static string FormatOf(string path) => System.IO.Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" => "Json",
        ".CSV" => "Csv",
        ".HTML" or ".HTM" => "Html",
        ".TF" => "Terraform",
        var other => throw new InvalidConfigurationException(
            "PcInventoryFormatUnknown", $"The extension '{other}' of '{path}' does not tell the format: use .json, .csv, .html or .tf, or say -Format."),
    };

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Json, Csv, Html or Terraform.</param>
    /// <param name="title">The heading of a report.</param>
    public static InventoryOutput Open(string path, string format, string title)
    {
        var file = OutputFile.Open(path, isSecret: false);
        IInventoryWriter? writer = null;
        OutputFile.Guarded(path, () => writer = format.ToUpperInvariant() switch
        {
            "JSON" => new JsonInventoryWriter(file.Stream),
            "CSV" => new CsvInventoryWriter(file.Stream),
            "TERRAFORM" => new TerraformInventoryWriter(file.Stream),
            _ => new HtmlInventoryWriter(file.Stream, title),
        });
        return new InventoryOutput(path, file, writer!);
    }

    /// <summary>Says where and when the inventory is taken, before its items.</summary>
    public void Begin(InventoryOrigin origin) => _writer.Begin(origin);

    /// <summary>Writes one item.</summary>
    public void Write(KeyInventoryItem item)
    {
        OutputFile.Guarded(Path, () => _writer.Write(item));
        Count++;
    }

    /// <summary>Completes the file and gives it its name.</summary>
    public void Publish(bool overwrite)
    {
        OutputFile.Guarded(Path, () =>
        {
            _writer.Finish();
            _writer.Dispose();
        });
        _file.Publish(overwrite);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
