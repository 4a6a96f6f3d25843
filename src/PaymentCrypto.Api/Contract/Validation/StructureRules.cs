using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api.Validation;

/// <summary>The constraints of one record type, read from its attributes once.</summary>
internal sealed class StructureRules
{
    private static readonly ConcurrentDictionary<Type, StructureRules> Known = new();

    private readonly MemberRule[] _members;
    private readonly bool _isUnion;

    private StructureRules([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type)
    {
        _isUnion = type.IsDefined(typeof(UnionAttribute));
        _members =
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => new MemberRule(property))];
    }

    internal static StructureRules Of(ApiStructure structure) => Of(structure.GetType());

    internal static StructureRules Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type) =>
        Known.TryGetValue(type, out StructureRules? known) ? known : Known.GetOrAdd(type, new StructureRules(type));

    /// <summary>
    /// Whether nothing is wrong, without a word about what: nearly every request is right, and the texts of <see cref="Check"/> cost more
    /// than an operation of the data plane.
    /// </summary>
    internal bool AreKeptBy(object structure)
    {
        int set = 0;
        foreach (MemberRule member in _members)
        {
            object? value = member.ValueOf(structure);
            set += value is null ? 0 : 1;
            if (!member.IsKeptBy(value))
            {
                return false;
            }
        }

        return !_isUnion || set == 1;
    }

    internal void Check(object structure, string path, List<ValidationExceptionField> violations)
    {
        int set = 0;
        foreach (MemberRule member in _members)
        {
            object? value = member.ValueOf(structure);
            set += value is null ? 0 : 1;
            member.Check(value, path.Length == 0 ? member.PathName : $"{path}.{member.PathName}", violations);
        }

        if (_isUnion && set != 1)
        {
            string choice = string.Join(", ", _members.Select(member => member.Name));
            violations.Add(Violation.Of(path, $"Member must have exactly one of its members set: [{choice}]"));
        }
    }
}
