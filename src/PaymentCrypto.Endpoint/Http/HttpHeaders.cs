namespace PaymentCrypto.Endpoint.Http;

/// <summary>The header fields of a message in their order. Names compare without case.</summary>
internal sealed class HttpHeaders
{
    private readonly List<KeyValuePair<string, string>> _fields = new(8);

    /// <summary>Every field, as sent.</summary>
    internal List<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>Adds a field; a name may come several times.</summary>
    internal void Add(string name, string value) => _fields.Add(new(name, value));

    /// <summary>The first value of a name, or null.</summary>
    internal string? Get(string name)
    {
        foreach (KeyValuePair<string, string> field in _fields)
        {
            if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>How often a name comes.</summary>
    internal int Count(string name)
    {
        int count = 0;
        foreach (KeyValuePair<string, string> field in _fields)
        {
            count += string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Every value of a name, in the order sent.</summary>
    internal string[] GetAll(string name)
    {
        int count = Count(name);
        return count switch
        {
            0 => [],
            1 => [Get(name)!],
            _ => [.. _fields.Where(field => string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value)],
        };
    }
}
