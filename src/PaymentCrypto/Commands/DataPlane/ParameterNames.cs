using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>
/// Puts the parameters of a cmdlet where a message of the service names members of its request, so that whoever reads it at a prompt knows
/// what to change.
/// </summary>
internal sealed partial class ParameterNames
{
    private readonly Dictionary<string, string> _byMember = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates the names.</summary>
    /// <param name="command">The cmdlet: a member is known by the name or an alias of a parameter.</param>
    /// <param name="members">Those that are not: member, parameter.</param>
    public ParameterNames(CommandInfo command, IReadOnlyDictionary<string, string> members)
    {
        foreach (ParameterMetadata parameter in command.Parameters.Values)
        {
            _byMember[parameter.Name] = parameter.Name;
            foreach (string alias in parameter.Aliases)
            {
                _byMember.TryAdd(alias, parameter.Name);
            }
        }

        foreach ((string member, string parameter) in members)
        {
            _byMember[member] = parameter;
        }

        // Words of any sentence, which no request has as a member.
        foreach (string word in (string[])[.. PSCmdlet.CommonParameters, "Key", "Data", "Length", "Provider", "Text"])
        {
            _byMember.Remove(word);
        }
    }

    /// <summary>No further members.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The message with parameters in place of members, and without the wording that only a program needs.</summary>
    public string In(string message)
    {
        string named = MemberPattern().Replace(message, match => Find(match.Groups["path"].Value) is { } parameter ? $"-{parameter}" : match.Value);
        string told = EnumPattern().Replace(named,
            static match => $"{match.Groups["parameter"].Value} '{match.Groups["value"].Value}' is not one of {match.Groups["values"].Value}.");
        told = KeyPattern().Replace(told, static match =>
            $"{match.Groups["parameter"].Value} '{match.Groups["value"].Value}' names no key: give a key id, a key ARN, alias/name or an alias ARN.");
        return RefusalPattern().Replace(told, "$1: ");
    }

    // A path such as generationAttributes.visaPin.pinVerificationKeyIndex is known by its last member on the
    // side of its first, or else by its last or its first.
    private string? Find(string path)
    {
        string[] members = path.Split('.');
        string side = members[0].StartsWith("Incoming", StringComparison.OrdinalIgnoreCase) ? "Incoming"
            : members[0].StartsWith("Outgoing", StringComparison.OrdinalIgnoreCase) ? "Outgoing"
            : string.Empty;
        return (side.Length > 0 && members.Length > 1 ? _byMember.GetValueOrDefault(side + members[^1]) : null)
            ?? _byMember.GetValueOrDefault(members[^1]) ?? _byMember.GetValueOrDefault(members[0]);
    }

    // As the service quotes a member of its model, 'camelCase', and as other messages name it, in PascalCase; not within an ARN or after a dash.
    [GeneratedRegex(
        @"'(?<path>[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*)'"
        + @"|(?<![\w:/.'""-])(?<path>[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)?(?:\.[A-Z][A-Za-z0-9]*)*)(?![\w:/'""-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex MemberPattern();

    [GeneratedRegex(
        @"\A1 validation error detected: Value '(?<value>[^']*)' at (?<parameter>-\w+) failed to satisfy constraint: "
        + @"Member must satisfy enum value set: \[(?<values>[^\]]*)\]\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex EnumPattern();

    [GeneratedRegex(
        @"\A\d+ validation errors? detected: (?:.*; )?Value '(?<value>[^']*)' at (?<parameter>-\w*Key) failed to satisfy constraint: "
        + @"Member must satisfy regular expression pattern: .*\(key/.*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();

    // The name of the check is for programs.
    [GeneratedRegex(@"(-\w+) was refused \([^)]*\): ", RegexOptions.CultureInvariant)]
    private static partial Regex RefusalPattern();
}
