namespace PaymentCrypto.Hosting.Seeds.Texts;

/// <summary>Collects the fields of a table; a name that comes twice is refused, where most parsers would let one of the two win.</summary>
internal sealed class SeedTableBuilder(int line, string source)
{
    private readonly List<SeedField> _fields = [];

    // Tags may differ by case alone; that a field of a key may not is for whoever reads the fields.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Adds a field.</summary>
    /// <param name="at">The line of its name.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Add(int at, string name, SeedValue value)
    {
        if (!_names.Add(name))
        {
            throw SeedError.At(source, at, name, "it is given twice.");
        }

        _fields.Add(new SeedField(name, value));
    }

    /// <summary>The table.</summary>
    public SeedTable Build() => new(line, _fields);
}
