using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Help;

/// <summary>The values that a parameter takes, where they can be known.</summary>
internal static class KnownValues
{
    private const int ReadableCount = 10;

    /// <summary>Every value of an enumeration or a set; none where others are taken too.</summary>
    public static IReadOnlyList<string> Accepted(CommandParameterInfo parameter)
    {
        Type type = Element(parameter.ParameterType);
        return type.IsEnum
            ? Enum.GetNames(type)
            : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)];
    }

    /// <summary>What Tab offers when nothing else is typed, for a parameter with a fixed list of values that can be read at a glance.</summary>
    public static IReadOnlyList<string> Offered(CommandParameterInfo parameter)
    {
        Type? completer = parameter.Attributes.OfType<ArgumentCompleterAttribute>().FirstOrDefault()?.Type;
        if (completer is null || completer.BaseType?.Name != "ValueCompleter")
        {
            return [];
        }

        var values = (IArgumentCompleter)Activator.CreateInstance(completer)!;
        string[] texts = [.. values.CompleteArgument(string.Empty, parameter.Name, string.Empty, null!, new Hashtable()).Select(value => value.CompletionText)];
        return texts.Length <= ReadableCount ? texts : [];
    }

    /// <summary>The bounds of a number or a length, as a sentence.</summary>
    public static string? Limits(CommandParameterInfo parameter) =>
        parameter.Attributes.OfType<ValidateRangeAttribute>().FirstOrDefault() is { MinRange: { } lowest, MaxRange: { } highest }
            ? highest is int.MaxValue ? $"At least {lowest}." : $"From {lowest} to {highest}."
            : null;

    private static Type Element(Type type)
    {
        Type element = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(element) ?? element;
    }
}
