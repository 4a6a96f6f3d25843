using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Takes optional blocks in: a hashtable, texts such as <c>KS=FFFF…</c>, or the blocks of another header.</summary>
internal static class OptionalBlockInput
{
    /// <summary>The blocks in the order given.</summary>
    /// <exception cref="KeyInputException">Something is no block.</exception>
    public static IReadOnlyList<KeyBlockOptionalBlock> Take(object?[] values) => [.. values.SelectMany(Read)];

    private static IEnumerable<KeyBlockOptionalBlock> Read(object? value)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case KeyBlockOptionalBlock block:
                return [block];
            case IDictionary table:
                return table.Cast<DictionaryEntry>().Select(static entry => new KeyBlockOptionalBlock($"{entry.Key}", $"{entry.Value}")).ToArray();
            case string text when text.Length > 2 && text[2] == '=':
                return [new KeyBlockOptionalBlock(text[..2], text[3..])];
            default:
                return value is PSObject copy && copy.Properties["Id"]?.Value is string id
                    ? [new KeyBlockOptionalBlock(id, $"{copy.Properties["Data"]?.Value}")]
                    : throw new KeyInputException(
                        KeyInputFailure.Form, $"'{value}' is no optional block: write ID=content, for example KS=FFFF9876543210E00000, or a hashtable.");
        }
    }
}
