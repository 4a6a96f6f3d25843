namespace PaymentCrypto.Crash;

/// <summary>What a scenario has to know of the warm store: ARNs, tokens, key blocks. One <c>name=value</c> a line.</summary>
internal sealed class Facts
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>A fact.</summary>
    public string this[string name]
    {
        get => _values.TryGetValue(name, out string? value) ? value : throw new InvalidOperationException($"The warm store has no fact '{name}'.");
        set => _values[name] = value;
    }

    /// <summary>Reads them.</summary>
    public static Facts Read(string path)
    {
        Facts facts = new();
        foreach (string line in File.ReadLines(path))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            facts[line[..equals]] = line[(equals + 1)..];
        }

        return facts;
    }

    /// <summary>Writes them.</summary>
    public void Write(string path) => File.WriteAllLines(path, _values.Select(static fact => $"{fact.Key}={fact.Value}"));
}
