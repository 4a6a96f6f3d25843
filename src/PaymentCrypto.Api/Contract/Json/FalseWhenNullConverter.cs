using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCrypto.Api.Json;

/// <summary>Reads JSON null as false where a flag has no third state: in the AWS JSON protocol null means absent.</summary>
internal sealed class FalseWhenNullConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
