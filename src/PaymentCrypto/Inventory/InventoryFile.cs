using System.Text.Json;
using PaymentCrypto.Api;

namespace PaymentCrypto.Inventory;

/// <summary>Reads an inventory file.</summary>
internal static class InventoryFile
{
    /// <summary>Every item of a file.</summary>
    /// <exception cref="InventoryFileException">It is not there, or not an inventory that this module knows.</exception>
    public static List<KeyInventoryItem> Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            InventoryDocument? document = JsonSerializer.Deserialize(file, InventoryJson.Default.InventoryDocument);
            if (document is not { Format: InventoryDocument.FormatName, Items: { } items } || items.Contains(null!))
            {
                throw Invalid(path, "it has no inventory in it");
            }

            return document.Version == InventoryDocument.CurrentVersion
                ? items
                : throw Invalid(path, $"it has version {document.Version}, and this module reads version {InventoryDocument.CurrentVersion}");
        }
        catch (JsonException exception)
        {
            throw Invalid(path, $"it is not JSON as Export-PcKeyInventory writes it (line {exception.LineNumber + 1})");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InventoryFileException("PcInventoryFileUnreadable", $"The inventory '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static InventoryFileException Invalid(string path, string why) => new(
        "PcInventoryFileInvalid", $"'{path}' is not an inventory: {why}. Write one with Export-PcKeyInventory -OutFile inventory.json.");
}
