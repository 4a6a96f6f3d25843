using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PaymentCrypto.Api.Json;

/// <summary>The wire form of the contract: AWS JSON 1.0. Client and server read and write it here and nowhere else.</summary>
public static class ApiJson
{
    /// <summary>
    /// The service's member names, nulls omitted, moments as epoch seconds with milliseconds. Unknown members are passed over in
    /// structures, so that a newer service can be read, and refused in unions, where they would change the meaning.
    /// </summary>
    public static JsonSerializerOptions Options => Context.Options;

    /// <summary>The compiled metadata behind <see cref="Options"/>.</summary>
    public static ApiJsonContext Context { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Certificates are base64: '+' stays as it is. The body is never put into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EpochSecondsConverter(), new FalseWhenNullConverter() },
    });

    /// <summary>Reads a body. An empty body is an object without members.</summary>
    /// <param name="utf8Json">One JSON object in UTF-8.</param>
    /// <param name="type">The compiled metadata of the record, from <see cref="Context"/>.</param>
    /// <exception cref="MalformedJsonException">It is no JSON, not an object, names a member twice, or a member has the wrong JSON type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            // Of two members with one name, readers differ in which they obey: a proxy may have checked the other one.
            JsonMembers.RequireUnique(utf8Json);
            T? value = JsonSerializer.Deserialize(utf8Json.IsEmpty ? "{}"u8 : utf8Json, type);
            return value ?? throw new MalformedJsonException(typeof(T), "$", null);
        }
        catch (JsonException exception)
        {
            throw new MalformedJsonException(typeof(T), exception.Path, exception.BytePositionInLine);
        }
    }

    /// <summary>Writes a body.</summary>
    /// <param name="value">The record.</param>
    /// <param name="type">The compiled metadata of the record, from <see cref="Context"/>.</param>
    /// <returns>One JSON object in UTF-8.</returns>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
