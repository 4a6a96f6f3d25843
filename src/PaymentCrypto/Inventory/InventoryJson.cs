using System.Text.Json.Serialization;

namespace PaymentCrypto.Inventory;

/// <summary>How inventories are written. The member names are those of the properties, so that ConvertFrom-Json gives the same.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InventoryDocument))]
internal sealed partial class InventoryJson : JsonSerializerContext;
