using System.Collections;
using System.Globalization;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands;

/// <summary>Tags as PowerShell writes them: a hashtable of names and values. The names differ by case, as they do in the service.</summary>
internal static class TagHashtable
{
    /// <summary>An empty table that tells names by case.</summary>
    public static Hashtable New() => new(StringComparer.Ordinal);

    /// <summary>The service's list, in the order of the names.</summary>
    public static IReadOnlyList<Tag> ToTags(Hashtable table) =>
    [
        .. table.Cast<DictionaryEntry>()
            .Select(static entry => new Tag { Key = Text(entry.Key), Value = Text(entry.Value) })
            .OrderBy(static tag => tag.Key, StringComparer.Ordinal),
    ];

    // Numbers and dates come out the same wherever the script runs.
    private static string? Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
