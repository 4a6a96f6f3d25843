using System.Text.Json;

namespace PaymentCrypto.Api.Json;

/// <summary>The names of the members of JSON objects (RFC 8259 4: they should be unique; here they must be).</summary>
public static class JsonMembers
{
    /// <summary>Refuses a text in which an object, however deep, names a member twice. An empty text has no members.</summary>
    /// <param name="utf8Json">JSON in UTF-8.</param>
    /// <exception cref="JsonException">A name stands twice in an object, also when it is escaped in two ways, or the text is no JSON.</exception>
    public static void RequireUnique(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.IsEmpty)
        {
            return;
        }

        Stack<HashSet<string>> objects = new();
        Utf8JsonReader reader = new(utf8Json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName when !objects.Peek().Add(NameOf(ref reader)):
                    throw new JsonException("An object names a member twice.", path: null, lineNumber: null, reader.TokenStartIndex);
            }
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The name of a member has an escape sequence that stands for no character.", e);
        }
    }
}
