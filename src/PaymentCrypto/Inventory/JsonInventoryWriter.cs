using System.Text.Json;

namespace PaymentCrypto.Inventory;

/// <summary>Writes an inventory as JSON.</summary>
internal sealed class JsonInventoryWriter : IInventoryWriter
{
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter _json;

    public JsonInventoryWriter(Stream stream)
    {
        _json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
        _json.WriteString(nameof(InventoryDocument.Format), InventoryDocument.FormatName);
        _json.WriteNumber(nameof(InventoryDocument.Version), InventoryDocument.CurrentVersion);
        _json.WriteStartArray(nameof(InventoryDocument.Items));
    }

    public void Write(KeyInventoryItem item)
    {
        JsonSerializer.Serialize(_json, item, InventoryJson.Default.KeyInventoryItem);
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();
}
