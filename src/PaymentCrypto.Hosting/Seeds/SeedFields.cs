using PaymentCrypto.Hosting.Seeds.Texts;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>Takes the fields of one key of a seed, and refuses those that nobody has taken.</summary>
internal sealed class SeedFields
{
    private readonly SeedTable _table;
    private readonly string _source;
    private readonly Dictionary<string, SeedField> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    /// <summary>Looks at the fields of a key.</summary>
    public SeedFields(SeedTable table, string source)
    {
        _table = table;
        _source = source;
        foreach (SeedField field in table.Fields)
        {
            if (!_fields.TryAdd(field.Name, field))
            {
                throw SeedError.At(source, field.Value.Line, field.Name, "it is given twice.");
            }
        }
    }

    /// <summary>The line of a field that was taken; that of the key where it has none.</summary>
    public int LineOf(string name) => _lines.GetValueOrDefault(name, _table.Line);

    /// <summary>The error of a field.</summary>
    public Exception Error(string name, string problem, Exception? cause = null) => SeedError.At(_source, LineOf(name), name, problem, cause);

    /// <summary>A text; null where it is not given, or is nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="otherNames">Other names for it.</param>
    public string? Text(string name, params ReadOnlySpan<string> otherNames) => Take(name, otherNames) switch
    {
        null => null,
        SeedText { Text: { Length: > 0 } text } => text,
        _ => throw Error(name, "it is a text, and not an empty one."),
    };

    /// <summary>A text that must be there.</summary>
    public string Required(string name, params ReadOnlySpan<string> otherNames) =>
        Text(name, otherNames) ?? throw Error(name, "it is missing.");

    /// <summary>A value of a list, however it is written; null where it is not given.</summary>
    public string? OneOf(IReadOnlyList<string> known, string name, params ReadOnlySpan<string> otherNames) => Text(name, otherNames) is { } text
        ? known.FirstOrDefault(value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(name, text, known)
        : null;

    /// <summary>A key usage by its name or its two characters; null where it is not given.</summary>
    public string? Usage(IReadOnlyList<string> known, string name, params ReadOnlySpan<string> otherNames) => Text(name, otherNames) is { } text
        ? known.FirstOrDefault(value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase)
            || (text.Length == 2 && value.StartsWith($"TR31_{text}_", StringComparison.OrdinalIgnoreCase)))
            ?? throw Unknown(name, text, known, " The two characters after TR31_ are enough.")
        : null;

    /// <summary>A switch: true, yes or 1, and false, no or 0.</summary>
    public bool Flag(string name) => Take(name, []) switch
    {
        null => false,
        SeedFlag flag => flag.On,
        SeedText text => text.Text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "1" => true,
            "FALSE" or "NO" or "N" or "0" => false,
            _ => throw Error(name, "it is true, yes or 1, or false, no or 0."),
        },
        _ => throw Error(name, "it is true or false."),
    };

    /// <summary>A text or a list of texts; null where it is not given.</summary>
    public string[]? Texts(string name, params ReadOnlySpan<string> otherNames) => Take(name, otherNames) switch
    {
        null => null,
        SeedText text => [.. text.Text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
        SeedList list when list.Items.All(static item => item is SeedText) => [.. list.Items.Cast<SeedText>().Select(static item => item.Text)],
        _ => throw Error(name, "it is a text or a list of texts."),
    };

    /// <summary>A table, or in a CSV file <c>name=value;name=value</c>; empty where it is not given.</summary>
    public IReadOnlyList<(string Name, string Value)> Table(string name, params ReadOnlySpan<string> otherNames) => Take(name, otherNames) switch
    {
        null => [],
        SeedText text => [.. text.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair =>
            pair.IndexOf('=', StringComparison.Ordinal) is > 0 and int at
                ? (pair[..at].Trim(), pair[(at + 1)..].Trim())
                : throw Error(name, "it is name=value, and ; between several."))],
        SeedTable table => [.. table.Fields.Select(field =>
            (field.Name, field.Value switch
            {
                SeedText text => text.Text,
                SeedNothing => string.Empty,
                _ => throw Error(name, $"the value of '{field.Name}' is not a text."),
            }))],
        _ => throw Error(name, "it is a table of names and values."),
    };

    /// <summary>Refuses what nobody has asked for: a misspelt field would be without effect.</summary>
    public void RefuseOthers()
    {
        if (_fields.Values.FirstOrDefault() is { } other)
        {
            throw SeedError.At(_source, other.Value.Line, other.Name, $"there is no such field. There are {string.Join(", ", _known)}.");
        }
    }

    private Exception Unknown(string name, string text, IReadOnlyList<string> known, string more = "") =>
        Error(name, $"'{Short(text)}' is none of {string.Join(", ", known)}.{more}");

    // What stands in the wrong field may be a key.
    private static string Short(string text) => text.Length <= 40 ? text : "a long text";

    private SeedValue? Take(string name, ReadOnlySpan<string> otherNames)
    {
        _known.Add(name);
        SeedField? taken = null;
        foreach (string candidate in (ReadOnlySpan<string>)[name, .. otherNames])
        {
            if (_fields.Remove(candidate, out SeedField? field))
            {
                taken = taken is null
                    ? field
                    : throw SeedError.At(_source, field.Value.Line, field.Name, $"it is another name for {name}, which is given too.");
            }
        }

        if (taken is null or { Value: SeedNothing })
        {
            return null;
        }

        _lines[name] = taken.Value.Line;
        return taken.Value;
    }
}
