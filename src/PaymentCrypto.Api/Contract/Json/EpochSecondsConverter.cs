using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCrypto.Api.Json;

/// <summary>
/// A moment as the service writes it: a JSON number of seconds since 1970-01-01T00:00:00Z with a fraction in milliseconds.
/// Reads whole and fractional numbers of any form, and RFC 3339 text, which some tools write by hand.
/// </summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    private static readonly decimal Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly decimal Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal seconds) && Math.Abs(seconds) <= Latest)
        {
            decimal milliseconds = decimal.Round(seconds * 1000m);
            if (milliseconds >= Earliest && milliseconds <= Latest)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
            }
        }
        else if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out DateTimeOffset text))
        {
            return text.ToUniversalTime();
        }

        throw new JsonException();
    }

    // Division brings the shortest form: whole seconds have no fraction.
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
