using System.Text.Json;

namespace PaymentCrypto.Api.Json;

/// <summary>The names of the members of JSON objects (RFC 8259 4: they should be unique; here they must be).</summary>
public static class JsonMembers
{
    private const int Few = 16;
    private const int MostOpen = 64;

    /// <summary>Refuses a text in which an object, however deep, names a member twice. An empty text has no members.</summary>
    /// <param name="utf8Json">JSON in UTF-8.</param>
    /// <exception cref="JsonException">A name stands twice in an object, also when it is escaped in two ways, or the text is no JSON.</exception>
    public static void RequireUnique(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.IsEmpty)
        {
            return;
        }

        if (!AreFewAndUnique(utf8Json))
        {
            RequireUniqueOfMany(utf8Json);
        }
    }

    // What nearly every text is, found out without memory for its names: none has an escape sequence, and no object has many. Anything else, and a name
    // that stands twice, is for the long way.
    private static bool AreFewAndUnique(ReadOnlySpan<byte> utf8Json)
    {
        Span<int> objects = stackalloc int[MostOpen];
        Span<(int Start, int Length)> names = stackalloc (int, int)[MostOpen];
        int depth = 0;
        int count = 0;
        Utf8JsonReader reader = new(utf8Json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when depth == MostOpen:
                    return false;
                case JsonTokenType.StartObject:
                    objects[depth++] = count;
                    break;
                case JsonTokenType.EndObject:
                    count = objects[--depth];
                    break;
                case JsonTokenType.PropertyName:
                    int first = objects[depth - 1];
                    if (reader.ValueIsEscaped || count == MostOpen || count - first == Few || Contains(utf8Json, names[first..count], reader.ValueSpan))
                    {
                        return false;
                    }

                    // Behind its quotation mark.
                    names[count++] = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                    break;
            }
        }

        return true;
    }

    private static bool Contains(ReadOnlySpan<byte> utf8Json, ReadOnlySpan<(int Start, int Length)> names, ReadOnlySpan<byte> name)
    {
        foreach ((int start, int length) in names)
        {
            if (utf8Json.Slice(start, length).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static void RequireUniqueOfMany(ReadOnlySpan<byte> utf8Json)
    {
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
