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

        Stack<OpenObject> objects = new();
        Utf8JsonReader reader = new(utf8Json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Push(new OpenObject());
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

    /// <summary>The names of an object. Few are compared one by one, which costs less than a set; many, of a hostile text, are not.</summary>
    private sealed class OpenObject
    {
        private const int Few = 16;

        private readonly List<string> _few = new(4);
        private HashSet<string>? _many;

        public bool Add(string name)
        {
            if (_many is not null)
            {
                return _many.Add(name);
            }

            foreach (string other in _few)
            {
                if (other == name)
                {
                    return false;
                }
            }

            _few.Add(name);
            if (_few.Count > Few)
            {
                _many = new HashSet<string>(_few, StringComparer.Ordinal);
            }

            return true;
        }
    }
}
