using System.Collections;
using System.Reflection;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api.Validation;

/// <summary>The constraints of one member, and how to read it.</summary>
internal sealed class MemberRule
{
    private readonly PropertyInfo _property;
    private readonly Func<object, object?> _get;
    private readonly bool _required;
    private ValueRule? _whole;
    private ValueRule? _items;
    private ValueRule? _keys;

    internal MemberRule(PropertyInfo property)
    {
        _property = property;
        Name = property.Name;
        PathName = char.ToLowerInvariant(Name[0]) + Name[1..];
        _get = MemberReader.Of(property);
        _required = property.IsDefined(typeof(MemberRequiredAttribute));
    }

    internal string Name { get; }

    /// <summary>The name as the service's messages write it: with a small first letter.</summary>
    internal string PathName { get; }

    // Read from the attributes for the first value that comes: a request leaves most members out, and reading them is a part of the time of a start.
    private ValueRule Whole => _whole ??= new ValueRule(_property, MemberPart.Whole);

    private ValueRule Items => _items ??= new ValueRule(_property, MemberPart.Items);

    private ValueRule Keys => _keys ??= new ValueRule(_property, MemberPart.Keys);

    internal object? ValueOf(object structure) => _get(structure);

    internal bool IsKeptBy(object? value) => value switch
    {
        null => !_required,
        string text => Whole.IsKeptBy(text),
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
                AddAll(Whole.FailuresOf(value), path, value, violations);
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
                    AddAll(Items.FailuresOf(item), itemPath, item, violations);
                    break;
            }
        }

        AddAll(Whole.LengthFailuresOf(index), path, null, violations);
    }

    private void CheckMap(IReadOnlyDictionary<string, string> map, string path, List<ValidationExceptionField> violations)
    {
        if (map.Keys.Any(key => Keys.FailuresOf(key).Any()))
        {
            violations.Add(Violation.Of(path, $"Map keys must satisfy constraint: [{Keys.Description}]"));
        }

        if (map.Values.Any(value => value is null || Items.FailuresOf(value).Any()))
        {
            violations.Add(Violation.Of(path, $"Map value must satisfy constraint: [{Items.Description}]"));
        }
    }

    private void AddAll(IEnumerable<string> failures, string path, object? value, List<ValidationExceptionField> violations)
    {
        foreach (string failure in failures)
        {
            violations.Add(value is null || _property.IsDefined(typeof(SensitiveAttribute)) ? Violation.Of(path, failure) : Violation.Of(path, failure, value));
        }
    }
}
