using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Seeds.Texts;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>A seed that has been read: test keys that are the same at every start.</summary>
internal sealed class SeedPlan
{
    private readonly PlannedKey[] _keys;

    private SeedPlan(PlannedKey[] keys) => _keys = keys;

    /// <summary>What the engine is asked for.</summary>
    public SeedRequest Request => new() { Keys = [.. _keys.Select(static planned => planned.Key)] };

    /// <summary>Reads a seed.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="format">Its form.</param>
    /// <param name="source">What it is called in errors, such as the file's name.</param>
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
        SeedPlan plan = new([.. Keys(value, source).Select((key, index) => SeedKeyReader.Read(
            key as SeedTable ?? throw SeedError.At(source, key.Line, null, "a key is a table of names and values."), index + 1, source))]);
        plan.RefuseRepetition();
        return plan;
    }

    /// <summary>The error of what the engine says about the seed.</summary>
    public Exception Error(SeedRefusedException refused) => _keys[refused.Index].Error(refused);

    private static IReadOnlyList<SeedValue> Keys(SeedValue value, string source)
    {
        SeedField? keys = value is SeedTable { Fields: [{ } only] } && only.Name.Equals("Keys", StringComparison.OrdinalIgnoreCase) ? only : null;
        return (keys?.Value ?? value) switch
        {
            SeedList list => list.Items,
            // PowerShell writes a list of one without @( ).
            SeedTable one when keys is not null => [one],
            _ => throw SeedError.At(source, value.Line, "Keys", "a seed is a table with the one field Keys, a list of keys."),
        };
    }

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
