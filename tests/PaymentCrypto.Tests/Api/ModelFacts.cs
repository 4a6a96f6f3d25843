using System.Globalization;
using System.Text.Json;
using PaymentCrypto.Api;

namespace PaymentCrypto.Tests.Api;

/// <summary>The facts of a service model in botocore's form: one line per operation, member, enum. See <see cref="RecordFacts"/>.</summary>
internal sealed class ModelFacts
{
    private readonly JsonElement _shapes;
    private readonly IReadOnlyDictionary<string, string> _renamed;
    private readonly SortedDictionary<string, string> _facts = new(StringComparer.Ordinal);

    private ModelFacts(JsonElement shapes, IReadOnlyDictionary<string, string> renamed)
    {
        _shapes = shapes;
        _renamed = renamed;
    }

    /// <param name="modelFile">The service model.</param>
    /// <param name="paginatorsFile">Its operations with pages; null where it has none.</param>
    /// <param name="renamed">Structures that have another name in the records, because the two models of the service both use theirs.</param>
    internal static SortedDictionary<string, string> Read(string modelFile, string? paginatorsFile, IReadOnlyDictionary<string, string> renamed)
    {
        using var model = JsonDocument.Parse(File.ReadAllBytes(modelFile));
        using var paginators = JsonDocument.Parse(paginatorsFile is null ? """{"pagination":{}}"""u8.ToArray() : File.ReadAllBytes(paginatorsFile));
        var reader = new ModelFacts(model.RootElement.GetProperty("shapes"), renamed);
        reader.ReadAll(model.RootElement.GetProperty("operations"), paginators.RootElement.GetProperty("pagination"));
        return reader._facts;
    }

    private void ReadAll(JsonElement operations, JsonElement pagination)
    {
        var messages = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty operation in operations.EnumerateObject())
        {
            string input = operation.Value.GetProperty("input").GetProperty("shape").GetString()!;
            string output = operation.Value.GetProperty("output").GetProperty("shape").GetString()!;
            messages.UnionWith([input, output]);
            ReadStructure(operation.Name + "Request", _shapes.GetProperty(input));
            ReadStructure(operation.Name + "Response", _shapes.GetProperty(output));
            IEnumerable<string> errors = operation.Value.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("shape").GetString()!);
            _facts[$"{operation.Name} errors"] = string.Join(' ', errors.Order(StringComparer.Ordinal));
            string readOnly = Flag(operation.Value, "readonly") ? "ReadOnly" : string.Empty;
            string idempotent = Flag(operation.Value, "idempotent") ? "Idempotent" : string.Empty;
            string paged = pagination.TryGetProperty(operation.Name, out JsonElement page)
                ? "Paginated " + page.GetProperty("result_key").GetString()
                : string.Empty;
            _facts[$"{operation.Name} traits"] = string.Join(' ', new[] { readOnly, idempotent, paged }.Where(trait => trait.Length > 0));
        }

        foreach (JsonProperty shape in _shapes.EnumerateObject().Where(shape => !messages.Contains(shape.Name)))
        {
            if (shape.Value.TryGetProperty("enum", out JsonElement values))
            {
                _facts[shape.Name] = "values " + string.Join(' ', values.EnumerateArray().Select(value => value.GetString()));
            }
            else if (TypeOf(shape.Value) == "structure" && !Flag(shape.Value, "exception") && shape.Name != nameof(ValidationExceptionField))
            {
                ReadStructure(RecordName(shape.Name), shape.Value);
            }
        }
    }

    private void ReadStructure(string name, JsonElement shape)
    {
        _facts[name] = Flag(shape, "union") ? "union" : "structure";
        string[] required = shape.TryGetProperty("required", out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
        foreach (JsonProperty member in shape.GetProperty("members").EnumerateObject())
        {
            string target = member.Value.GetProperty("shape").GetString()!;
            _facts[$"{name}.{member.Name}"] = (required.Contains(member.Name) ? "required " : string.Empty) + Describe(target);
        }
    }

    private string Describe(string name)
    {
        JsonElement shape = _shapes.GetProperty(name);
        string text = NameOf(name) + Constraints(shape, string.Empty);
        bool sensitive = Flag(shape, "sensitive");
        foreach ((string part, string key) in new[] { ("key", " keys"), ("member", " items"), ("value", " items") })
        {
            if (shape.TryGetProperty(part, out JsonElement target))
            {
                JsonElement inner = _shapes.GetProperty(target.GetProperty("shape").GetString()!);
                text += Constraints(inner, key);
                sensitive |= Flag(inner, "sensitive");
            }
        }

        return sensitive ? text + " sensitive" : text;
    }

    private string NameOf(string name)
    {
        JsonElement shape = _shapes.GetProperty(name);
        return TypeOf(shape) switch
        {
            "structure" => RecordName(name),
            "boolean" => Flag(shape, "box") ? "boolean" : "flag",
            "list" => $"list<{NameOf(shape.GetProperty("member").GetProperty("shape").GetString()!)}>",
            "map" => $"map<{NameOf(shape.GetProperty("value").GetProperty("shape").GetString()!)}>",
            "string" when shape.TryGetProperty("enum", out _) => $"string of {name}",
            string scalar => scalar,
        };
    }

    private string RecordName(string name) => _renamed.GetValueOrDefault(name, name);

    private static string Constraints(JsonElement shape, string part)
    {
        string text = string.Empty;
        if (shape.TryGetProperty("min", out JsonElement minimum))
        {
            string kind = TypeOf(shape) == "integer" ? "range" : "length";
            text += string.Create(CultureInfo.InvariantCulture, $"{part} {kind} {minimum.GetInt32()}..{shape.GetProperty("max").GetInt32()}");
        }

        return shape.TryGetProperty("pattern", out JsonElement pattern) ? $"{text}{part} pattern {pattern.GetString()}" : text;
    }

    private static string TypeOf(JsonElement shape) => shape.GetProperty("type").GetString()!;

    private static bool Flag(JsonElement shape, string name) => shape.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
}
