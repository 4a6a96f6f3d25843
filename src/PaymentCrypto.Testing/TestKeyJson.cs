using System.Text.Json;

namespace PaymentCrypto.Testing;

/// <summary>Test keys as a seed, so that they are read and refused as one.</summary>
internal static class TestKeyJson
{
    /// <summary>The seed, in UTF-8. A key stands on a line of its own, which errors name.</summary>
    public static byte[] Of(IEnumerable<TestKey> keys)
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)'[');
        string separator = string.Empty;
        foreach (TestKey key in keys)
        {
            ArgumentNullException.ThrowIfNull(key, nameof(keys));
            ArgumentNullException.ThrowIfNull(key.Alias, nameof(keys) + "." + nameof(TestKey.Alias));
            stream.Write(System.Text.Encoding.UTF8.GetBytes(separator));
            separator = ",\n";
            using var writer = new Utf8JsonWriter(stream);
            Write(writer, key);
        }

        stream.WriteByte((byte)']');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, TestKey key)
    {
        writer.WriteStartObject();
        writer.WriteString("Alias", key.Alias);
        writer.WriteString("Usage", key.Usage);
        writer.WriteString("Algorithm", key.Algorithm);
        writer.WriteString("Material", key.Material);
        writer.WriteString("PrivateKey", key.PrivateKey);
        writer.WriteString("ModesOfUse", key.ModesOfUse);
        writer.WriteBoolean("Exportable", key.Exportable);
        writer.WriteStartObject("Tag");
        foreach ((string name, string value) in key.Tags ?? new Dictionary<string, string>())
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
