using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Seeds.Texts;
using PaymentCrypto.Hosting.Services;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>A seed that has been read: test keys and certificate authorities that are the same at every start.</summary>
internal sealed class SeedPlan
{
    private const string KeysField = "Keys";
    private const string RootsField = "Roots";

    private readonly PlannedKey[] _keys;
    private readonly PlannedRoot[] _roots;

    private SeedPlan(PlannedKey[] keys, PlannedRoot[] roots)
    {
        _keys = keys;
        _roots = roots;
    }

    /// <summary>What the engine is asked for.</summary>
    public SeedRequest Request => new()
    {
        Keys = [.. _keys.Select(static planned => planned.Key)],
        Roots = [.. _roots.Select(static planned => planned.Root)],
    };

    /// <summary>Reads a seed.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="format">Its form.</param>
    /// <param name="source">What stands in errors before the number of a line: <see cref="SeedSource.LinesOf"/> a file's name.</param>
    /// <exception cref="InvalidConfigurationException">It is wrong; the message names line and field.</exception>
    public static SeedPlan Read(ReadOnlySpan<byte> utf8, SeedFormat format, string source)
    {
        ReadOnlySpan<byte> plain = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        SeedValue value = format switch
        {
            SeedFormat.Json => JsonSeedText.Read(plain, source),
            SeedFormat.Csv => CsvSeedText.Read(Encoding.UTF8.GetString(plain), source),
            _ => PowerShellSeedText.Read(Encoding.UTF8.GetString(plain), source),
        };
        (IReadOnlyList<SeedValue> keys, IReadOnlyList<SeedValue> roots) = Lists(value, source);
        SeedPlan plan = new(
            [.. keys.Select((key, index) => SeedKeyReader.Read(Table(key, "key", source), index + 1, source))],
            [.. roots.Select(root => SeedRootReader.Read(Table(root, "root", source), source))]);
        plan.RefuseRepetition();
        return plan;
    }

    /// <summary>The error of what the engine says about the seed.</summary>
    public Exception Error(SeedRefusedException refused) => refused.IsRoot ? _roots[refused.Index].Error(refused) : _keys[refused.Index].Error(refused);

    private static (IReadOnlyList<SeedValue> Keys, IReadOnlyList<SeedValue> Roots) Lists(SeedValue value, string source)
    {
        if (value is SeedList keysAlone)
        {
            return (keysAlone.Items, []);
        }

        Dictionary<string, IReadOnlyList<SeedValue>> lists = new(StringComparer.OrdinalIgnoreCase);
        foreach (SeedField field in value is SeedTable table ? table.Fields : [])
        {
            bool isKnown = field.Name.Equals(KeysField, StringComparison.OrdinalIgnoreCase)
                || field.Name.Equals(RootsField, StringComparison.OrdinalIgnoreCase);
            IReadOnlyList<SeedValue>? items = field.Value switch
            {
                SeedList list => list.Items,
                // PowerShell writes a list of one without @( ).
                SeedTable one => [one],
                _ => null,
            };
            if (!isKnown || items is null)
            {
                throw Form(field.Value.Line, isKnown ? field.Name : KeysField);
            }

            if (!lists.TryAdd(field.Name, items))
            {
                throw SeedError.At(source, field.Value.Line, field.Name, "it is given twice.");
            }
        }

        return lists.Count > 0 ? (lists.GetValueOrDefault(KeysField, []), lists.GetValueOrDefault(RootsField, [])) : throw Form(value.Line, KeysField);

        Exception Form(int line, string name) => SeedError.At(
            source, line, name, $"a seed is a table with the field {KeysField}, a list of keys, and if need be {RootsField}, a list of roots.");
    }

    private static SeedTable Table(SeedValue value, string what, string source) =>
        value as SeedTable ?? throw SeedError.At(source, value.Line, null, $"a {what} is a table of names and values.");

    private void RefuseRepetition()
    {
        HashSet<string> aliases = new(StringComparer.Ordinal);
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach ((SeedKey key, SeedFields fields) in _keys)
        {
            if (key.Alias is not null && !aliases.Add(key.Alias))
            {
                throw fields.Error("Alias", $"'{key.Alias}' is given to two keys.");
            }

            if (key.KeyId is not null && !ids.Add(key.KeyId))
            {
                throw fields.Error("KeyId", $"'{key.KeyId}' is given to two keys.");
            }
        }
    }
}
