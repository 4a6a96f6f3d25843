namespace PaymentCrypto.Inventory;

/// <summary>Counts things by name.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many were counted.</summary>
    public int Total { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(string? name)
    {
        Total++;
        string key = string.IsNullOrEmpty(name) ? "not told" : name;
        _counts[key] = Of(key) + 1;
    }

    /// <summary>How many have a name.</summary>
    public int Of(string name) => _counts.GetValueOrDefault(name);

    /// <summary>The most frequent ones first; what is beyond the first few is one row.</summary>
    public IReadOnlyList<(string Name, int Count)> Top(int rows)
    {
        var sorted = _counts.OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => (pair.Key, pair.Value))
            .ToList();
        return sorted.Count <= rows
            ? sorted
            : [.. sorted.Take(rows - 1), ($"{sorted.Count - rows + 1} others", sorted.Skip(rows - 1).Sum(static pair => pair.Value))];
    }

    /// <summary>Whether <see cref="Top"/> has a last row for what is beyond the first few.</summary>
    public bool Exceeds(int rows) => _counts.Count > rows;

    /// <summary>Named rows in a given order, those without anything included.</summary>
    public IReadOnlyList<(string Name, int Count)> InOrder(params string[] names) => [.. names.Select(name => (name, Of(name)))];
}
