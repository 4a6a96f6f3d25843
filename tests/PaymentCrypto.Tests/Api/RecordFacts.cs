using System.Globalization;
using System.Reflection;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Tests.Api;

/// <summary>The facts that the Api records state, by reflection, one line per operation, member and enum, as <see cref="ModelFacts"/> writes them.</summary>
internal static class RecordFacts
{
    internal static SortedDictionary<string, string> Read()
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var reached = new HashSet<Type>();
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            ReadStructure(operation.RequestType, facts, reached);
            ReadStructure(operation.ResponseType, facts, reached);
            facts[$"{operation.Name} errors"] = string.Join(' ', operation.Errors.Order(StringComparer.Ordinal));
            string traits = operation.Traits == OperationTraits.None
                ? string.Empty
                : operation.Traits.ToString().Replace(",", string.Empty, StringComparison.Ordinal);
            facts[$"{operation.Name} traits"] = operation.ItemsMember is null ? traits : $"{traits} {operation.ItemsMember}";
        }

        // Only an error has it.
        facts[nameof(VerificationFailedReason)] = "values " + string.Join(' ', VerificationFailedReason.All);
        return facts;
    }

    private static void ReadStructure(Type type, SortedDictionary<string, string> facts, HashSet<Type> reached)
    {
        if (!reached.Add(type))
        {
            return;
        }

        facts[type.Name] = type.IsDefined(typeof(UnionAttribute)) ? "union" : "structure";
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            facts[$"{type.Name}.{property.Name}"] = Describe(property);
            foreach (Type inner in property.PropertyType.GenericTypeArguments.Append(property.PropertyType).Where(inner =>
                inner.IsSubclassOf(typeof(ApiStructure))))
            {
                ReadStructure(inner, facts, reached);
            }

            if (property.GetCustomAttribute<MemberValuesAttribute>() is { } values)
            {
                var all = (IReadOnlyList<string>)values.Values.GetProperty("All")!.GetValue(null)!;
                facts[values.Values.Name] = "values " + string.Join(' ', all);
            }
        }
    }

    private static string Describe(PropertyInfo property)
    {
        string text = property.IsDefined(typeof(MemberRequiredAttribute)) ? "required " : string.Empty;
        text += NameOf(property.PropertyType);
        if (property.GetCustomAttribute<MemberValuesAttribute>() is { } values)
        {
            text += " of " + values.Values.Name;
        }

        if (property.GetCustomAttribute<MemberRangeAttribute>() is { } range)
        {
            text += string.Create(CultureInfo.InvariantCulture, $" range {range.Minimum}..{range.Maximum}");
        }

        text += Constraints(property, MemberPart.Whole, string.Empty) + Constraints(property, MemberPart.Keys, " keys") + Constraints(property,
            MemberPart.Items, " items");
        return property.IsDefined(typeof(SensitiveAttribute)) ? text + " sensitive" : text;
    }

    private static string Constraints(PropertyInfo property, MemberPart part, string prefix)
    {
        MemberLengthAttribute? length = property.GetCustomAttributes<MemberLengthAttribute>().SingleOrDefault(length => length.Part == part);
        MemberPatternAttribute? pattern = property.GetCustomAttributes<MemberPatternAttribute>().SingleOrDefault(pattern => pattern.Part == part);
        string text = length is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{prefix} length {length.Minimum}..{length.Maximum}");
        return pattern is null ? text : $"{text}{prefix} pattern {pattern.Pattern}";
    }

    private static string NameOf(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "flag",
        _ when type == typeof(bool?) => "boolean",
        _ when type == typeof(int?) => "integer",
        _ when type == typeof(DateTimeOffset?) => "timestamp",
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => $"list<{NameOf(type.GenericTypeArguments[0])}>",
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => $"map<{NameOf(type.GenericTypeArguments[1])}>",
        _ => type.Name,
    };
}
