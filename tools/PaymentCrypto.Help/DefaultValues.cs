using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Help;

/// <summary>What the parameters of a cmdlet are unless given: the values that a new one starts with.</summary>
internal sealed class DefaultValues(Type cmdlet)
{
    private readonly object _instance = Activator.CreateInstance(cmdlet)!;

    /// <summary>The default as a user would type it; null where there is none: not given is then a case of its own.</summary>
    public string? Of(string parameter) => Text(_instance.GetType().GetProperty(parameter)!.GetValue(_instance));

    private static string? Text(object? value) => value switch
    {
        null or "" or SwitchParameter or false => null,
        string text => text,
        IEnumerable items => string.Join(", ", items.Cast<object>().Select(Text)) is { Length: > 0 } all ? all : null,
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
