using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Completion;

/// <summary>
/// Lets <c>-Tag</c> take a dictionary of names and values, as well as AWS's own form, also in a list: an object or dictionary with
/// <c>Key</c> and <c>Value</c> and nothing else.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TagTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        var table = new Hashtable(StringComparer.Ordinal);
        foreach (object? item in Unwrap(inputData) is IList list ? list : new[] { inputData })
        {
            Add(table, item);
        }

        return table;
    }

    private static void Add(Hashtable table, object? item)
    {
        switch (Unwrap(item))
        {
            case IDictionary { Count: 2 } pair when pair.Contains("Key") && pair.Contains("Value"):
                Set(table, pair["Key"], pair["Value"]);
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    Set(table, entry.Key, entry.Value);
                }

                break;
            case KeyTag tag:
                Set(table, tag.TagKey, tag.Value);
                break;
            default:
                PSObject? other = item is null ? null : PSObject.AsPSObject(item);
                PSPropertyInfo? key = other?.Properties["TagKey"] ?? other?.Properties["Key"];
                PSPropertyInfo? value = other?.Properties["Value"];
                Set(
                    table,
                    key is null || value is null ? throw Refused($"'{item}' is not a tag") : key.Value,
                    value.Value);
                break;
        }
    }

    private static void Set(Hashtable table, object? key, object? value)
    {
        string? name = Unwrap(key)?.ToString();
        if (string.IsNullOrEmpty(name))
        {
            throw Refused("A tag without a name was given");
        }

        if (table.ContainsKey(name))
        {
            throw Refused($"The tag '{name}' was given twice");
        }

        table.Add(name, value);
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static ArgumentTransformationMetadataException Refused(string problem) =>
        new($"{problem}: tags are a hashtable of names and values, for example @{{ env = 'test'; owner = 'issuing' }}.");
}
