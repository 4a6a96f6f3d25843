using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace PaymentCrypto.Inventory;

/// <summary>Writes an inventory as CSV (RFC 4180), with a header line, UTF-8 and times in ISO 8601.</summary>
internal sealed class CsvInventoryWriter : IInventoryWriter
{
    private static readonly (string Name, Func<KeyInventoryItem, object?> Value)[] Columns =
        [.. typeof(KeyInventoryItem)
            .GetProperties()
            .Where(static property => !property.IsDefined(typeof(HiddenAttribute), inherit: true))
            .Select(static property => (property.Name, (Func<KeyInventoryItem, object?>)(item => property.GetValue(item))))];

    private readonly StreamWriter _text;

    public CsvInventoryWriter(Stream stream)
    {
        // With a mark of the encoding, without which spreadsheets guess wrong.
        _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        _text.WriteLine(string.Join(',', Columns.Select(static column => column.Name)));
    }

    public void Write(KeyInventoryItem item) => _text.WriteLine(string.Join(',', Columns.Select(column => Quoted(Text(column.Value(item))))));

    public void Finish() => _text.Flush();

    public void Dispose() => _text.Dispose();

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        string text => Harmless(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // A spreadsheet would take such a text, perhaps a tag that somebody else has set, for a formula and run it.
    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
