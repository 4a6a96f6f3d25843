using System.Text.Json;

namespace PaymentCrypto.Tests.Vectors;

/// <summary>Short access to the members of vector records.</summary>
internal static class VectorJson
{
    public static string Text(this JsonElement record, string name) => record.GetProperty(name).GetString()!;

    public static byte[] Hex(this JsonElement record, string name) => Convert.FromHexString(record.Text(name));

    public static string? TextOrNull(this JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
