using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentCrypto.Completion;

/// <summary>Lets <c>-Policy</c> take JSON text, the lines of a JSON file, or the hashtable or object that the JSON describes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PolicyTransformationAttribute : ArgumentTransformationAttribute
{
    private const int MostDepth = 32;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Unwrap(inputData) switch
    {
        null => null!,
        string text => text,
        IEnumerable<object> lines when lines.All(static line => Unwrap(line) is string) => string.Join('\n', lines.Select(Unwrap)),
        _ => ToNode(inputData, 0)!.ToJsonString(Indented),
    };

    private static JsonNode? ToNode(object? value, int depth)
    {
        if (depth > MostDepth)
        {
            throw new ArgumentTransformationMetadataException($"The policy is nested deeper than {MostDepth} levels.");
        }

        return Unwrap(value) switch
        {
            null => null,
            string text => JsonValue.Create(text),
            bool truth => JsonValue.Create(truth),
            int or long => JsonValue.Create(Convert.ToInt64(Unwrap(value), null)),
            IDictionary dictionary => new JsonObject(dictionary.Cast<DictionaryEntry>()
                .Select(entry => KeyValuePair.Create(entry.Key.ToString()!, ToNode(entry.Value, depth + 1)))),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => ToNode(item, depth + 1))]),
            PSCustomObject => new JsonObject(PSObject.AsPSObject(value).Properties
                .Select(property => KeyValuePair.Create(property.Name, ToNode(property.Value, depth + 1)))),
            var other => throw new ArgumentTransformationMetadataException(
                "A policy is JSON text, or made of hashtables, arrays, strings, numbers and booleans; it cannot have a value of the type "
                    + $"{other.GetType().Name}."),
        };
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
