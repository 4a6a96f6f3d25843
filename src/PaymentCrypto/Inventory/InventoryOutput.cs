using PaymentCrypto.Api;

namespace PaymentCrypto.Inventory;

/// <summary>A file in which an inventory is written. It gets its name when it is whole; until then, and if it never is, there is only a draft.</summary>
internal sealed class InventoryOutput : IDisposable
{
    private readonly string _draft;
    private readonly FileStream _file;
    private readonly IInventoryWriter _writer;

    private InventoryOutput(string path, string draft, FileStream file, IInventoryWriter writer)
    {
        Path = path;
        _draft = draft;
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
        var other => throw new InvalidConfigurationException(
            "PcInventoryFormatUnknown", $"The extension '{other}' of '{path}' does not tell the format: use .json, .csv or .html, or say -Format."),
    };

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Json, Csv or Html.</param>
    /// <param name="title">The heading of a report.</param>
    public static InventoryOutput Open(string path, string format, string title)
    {
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        return Guarded(path, () =>
        {
            FileStream file = new(draft, FileMode.CreateNew, FileAccess.Write);
            IInventoryWriter writer = format.ToUpperInvariant() switch
            {
                "JSON" => new JsonInventoryWriter(file),
                "CSV" => new CsvInventoryWriter(file),
                _ => new HtmlInventoryWriter(file, title),
            };
            return new InventoryOutput(path, draft, file, writer);
        });
    }

    /// <summary>Writes one item.</summary>
    public void Write(KeyInventoryItem item) => Guarded(Path, () =>
    {
        _writer.Write(item);
        return ++Count;
    });

    /// <summary>Completes the file and gives it its name.</summary>
    public void Publish(bool overwrite) => Guarded(Path, () =>
    {
        _writer.Finish();
        _writer.Dispose();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_draft, Path, overwrite);
        return true;
    });

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
        File.Delete(_draft);
    }

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException("PcOutFileNotWritable", $"The file '{path}' cannot be written: {exception.Message}", exception);
        }
    }
}
