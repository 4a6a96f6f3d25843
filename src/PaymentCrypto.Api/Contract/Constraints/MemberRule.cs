using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PaymentCrypto.Api.Constraints;

/// <summary>The constraints of one member, and how to read it.</summary>
internal sealed class MemberRule
{
    private static readonly MethodInfo BindGetterMethod =
        typeof(MemberRule).GetMethod(nameof(BindGetter), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Func<object, object?> _get;
    private readonly bool _required;
    private readonly bool _sensitive;
    private readonly ValueRule _whole;
    private readonly ValueRule _items;
    private readonly ValueRule _keys;

    internal MemberRule(PropertyInfo property)
    {
        Name = property.Name;
        PathName = char.ToLowerInvariant(Name[0]) + Name[1..];
        // Compiled ahead of time there is no code for types that are first named at run time.
        _get = RuntimeFeature.IsDynamicCodeSupported
            ? (Func<object, object?>)BindGetterMethod.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property])!
            : property.GetValue;
        _required = property.IsDefined(typeof(MemberRequiredAttribute));
        _sensitive = property.IsDefined(typeof(SensitiveAttribute));
        _whole = new ValueRule(property, MemberPart.Whole);
        _items = new ValueRule(property, MemberPart.Items);
        _keys = new ValueRule(property, MemberPart.Keys);
    }

    internal string Name { get; }

    /// <summary>The name as the service's messages write it: with a small first letter.</summary>
    internal string PathName { get; }

    internal object? ValueOf(object structure) => _get(structure);

    internal bool IsKeptBy(object? value) => value switch
    {
        null => !_required,
        string text => _whole.IsKeptBy(text),
        ApiStructure structure => StructureRules.Of(structure).AreKeptBy(structure),
        _ => HasNoViolation(value),
    };

    internal void Check(object? value, string path, List<ValidationExceptionField> violations)
    {
        switch (value)
        {
            case null when _required:
                violations.Add(Violation.OfNull(path));
                break;
            case null:
                break;
            case ApiStructure structure:
                StructureRules.Of(structure).Check(structure, path, violations);
                break;
            case IReadOnlyDictionary<string, string> map:
                CheckMap(map, path, violations);
                break;
            case string or int:
                AddAll(_whole.FailuresOf(value), path, value, violations);
                break;
            case IEnumerable list:
                CheckList(list, path, violations);
                break;
        }
    }

    private bool HasNoViolation(object value)
    {
        List<ValidationExceptionField> violations = [];
        Check(value, string.Empty, violations);
        return violations.Count == 0;
    }

    private void CheckList(IEnumerable list, string path, List<ValidationExceptionField> violations)
    {
        int index = 0;
        foreach (object? item in list)
        {
            index++;
            string itemPath = $"{path}.{index}.member";
            switch (item)
            {
                case null:
                    violations.Add(Violation.OfNull(itemPath));
                    break;
                case ApiStructure structure:
                    StructureRules.Of(structure).Check(structure, itemPath, violations);
                    break;
                default:
                    AddAll(_items.FailuresOf(item), itemPath, item, violations);
                    break;
            }
        }

        AddAll(_whole.LengthFailuresOf(index), path, null, violations);
    }

    private void CheckMap(IReadOnlyDictionary<string, string> map, string path, List<ValidationExceptionField> violations)
    {
        if (map.Keys.Any(key => _keys.FailuresOf(key).Any()))
        {
            violations.Add(Violation.Of(path, $"Map keys must satisfy constraint: [{_keys.Description}]"));
        }

        if (map.Values.Any(value => value is null || _items.FailuresOf(value).Any()))
        {
            violations.Add(Violation.Of(path, $"Map value must satisfy constraint: [{_items.Description}]"));
        }
    }

    private void AddAll(IEnumerable<string> failures, string path, object? value, List<ValidationExceptionField> violations)
    {
        foreach (string failure in failures)
        {
            violations.Add(_sensitive || value is null ? Violation.Of(path, failure) : Violation.Of(path, failure, value));
        }
    }

    // A bound delegate instead of PropertyInfo.GetValue: as fast as compiled code, without the start-up cost of compiling any.
    private static Func<object, object?> BindGetter<TOwner, TValue>(PropertyInfo property)
    {
        Func<TOwner, TValue> get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
        return owner => get((TOwner)owner);
    }
}
