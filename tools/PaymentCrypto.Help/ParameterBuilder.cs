using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace PaymentCrypto.Help;

/// <summary>What help says about the parameters of one cmdlet.</summary>
internal sealed class ParameterBuilder(CmdletInfo cmdlet, CmdletCatalog catalog, DocComments comments, Problems problems)
{
    private readonly DefaultValues _defaults = new(cmdlet.ImplementingType);
    private readonly Dictionary<string, IReadOnlyList<string>> _descriptions = new(StringComparer.Ordinal);

    /// <summary>The parameters of each set: positional ones first, then those that must be named, then the others.</summary>
    public IReadOnlyList<IReadOnlyList<ParameterHelp>> Sets() =>
    [
        .. cmdlet.ParameterSets.OrderByDescending(set =>
            set.IsDefault).Select(set => (IReadOnlyList<ParameterHelp>)[.. InOrder(set.Parameters).Select(Describe)]),
    ];

    /// <summary>Every parameter once, as it is in the first set that has it; those of PowerShell itself last.</summary>
    public IReadOnlyList<ParameterHelp> All() => [.. Sets()
        .SelectMany(set => set)
        .DistinctBy(parameter => parameter.Name)
        .OrderBy(parameter => Cmdlet.OptionalCommonParameters.Contains(parameter.Name))];

    private static IEnumerable<CommandParameterInfo> InOrder(IEnumerable<CommandParameterInfo> parameters) => parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .OrderBy(parameter => parameter.Position >= 0 ? parameter.Position : int.MaxValue)
        .ThenBy(parameter => Cmdlet.OptionalCommonParameters.Contains(parameter.Name) ? 2 : parameter.IsMandatory ? 0 : 1);

    private ParameterHelp Describe(CommandParameterInfo parameter)
    {
        IReadOnlyList<string> accepted = KnownValues.Accepted(parameter);
        bool isSwitch = parameter.ParameterType == typeof(SwitchParameter);
        return new ParameterHelp(
            parameter.Name,
            isSwitch ? null : TypeName(parameter.ParameterType),
            Description(parameter, accepted),
            parameter.IsMandatory,
            parameter.Position >= 0 ? parameter.Position.ToString(System.Globalization.CultureInfo.InvariantCulture) : "named",
            PipelineInput.Of(parameter),
            [.. parameter.Aliases],
            Cmdlet.OptionalCommonParameters.Contains(parameter.Name) ? null : DefaultOf(parameter),
            accepted,
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any());
    }

    private IReadOnlyList<string> Description(CommandParameterInfo parameter, IReadOnlyList<string> accepted)
    {
        if (_descriptions.TryGetValue(parameter.Name, out IReadOnlyList<string>? known))
        {
            return known;
        }

        IReadOnlyList<string> told = parameter.Name switch
        {
            "WhatIf" => ["Say what would be done and do nothing."],
            "Confirm" => ["Ask before doing it."],
            _ => [.. Comment(parameter, "summary"), .. Comment(parameter, "remarks")],
        };
        if (told.Count == 0)
        {
            problems.Report($"{cmdlet.Name} -{parameter.Name}",
                $"The parameter is not described. Write a <summary> on the property {Property(parameter).DeclaringType!.Name}.{parameter.Name}.");
        }

        return _descriptions[parameter.Name] = [.. told, .. Facts(parameter, accepted)];
    }

    private static IEnumerable<string> Facts(CommandParameterInfo parameter, IReadOnlyList<string> accepted)
    {
        if (accepted.Count > 0)
        {
            yield return $"Accepted values: {string.Join(", ", accepted)}.";
        }

        if (KnownValues.Offered(parameter) is { Count: > 0 } offered)
        {
            yield return $"Tab offers: {string.Join(", ", offered)}.";
        }

        if (KnownValues.Limits(parameter) is { } limits)
        {
            yield return limits;
        }
    }

    /// <summary>The default that the comment names in its value element, or else the one that the property starts with.</summary>
    private string? DefaultOf(CommandParameterInfo parameter) => parameter.IsMandatory
        ? null
        : Comment(parameter, "value") is { Count: > 0 } told ? string.Join(' ', told) : _defaults.Of(parameter.Name);

    private IReadOnlyList<string> Comment(CommandParameterInfo parameter, string part)
    {
        XElement? comment = comments.Of(Property(parameter));
        return DocText.Paragraphs(comment?.Element(part), catalog.NameOf);
    }

    private PropertyInfo Property(CommandParameterInfo parameter) => cmdlet.ImplementingType.GetProperty(parameter.Name)!;

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return TypeName(value);
        }

        return type == typeof(int)
            ? "int"
            : type == typeof(string)
            ? "string"
            : type == typeof(string[])
            ? "string[]"
            : type == typeof(int[])
            ? "int[]"
            : type.Name;
    }
}
