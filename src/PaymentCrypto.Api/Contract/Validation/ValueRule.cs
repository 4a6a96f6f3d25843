using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api.Validation;

/// <summary>The length, range, pattern and values of one part of a member. Failures come in the service's words.</summary>
internal sealed class ValueRule
{
    private readonly MemberLengthAttribute? _length;
    private readonly MemberRangeAttribute? _range;
    private readonly MemberPattern? _pattern;
    private readonly IReadOnlyList<string>? _values;

    internal ValueRule(PropertyInfo property, MemberPart part)
    {
        _length = property.GetCustomAttributes<MemberLengthAttribute>().SingleOrDefault(length => length.Part == part);
        _pattern = property.GetCustomAttributes<MemberPatternAttribute>().SingleOrDefault(pattern => pattern.Part == part) is { } attribute
            ? MemberPattern.Of(attribute.Pattern)
            : null;
        if (part == MemberPart.Whole)
        {
            _range = property.GetCustomAttribute<MemberRangeAttribute>();
            _values = property.GetCustomAttribute<MemberValuesAttribute>() is { } values ? AllOf(values.Values) : null;
        }
    }

    /// <summary>Every constraint, in the order in which the service lists them for the keys or values of a map.</summary>
    internal string Description
    {
        get
        {
            IEnumerable<string> length = _length is null ? [] : [AtMost(_length.Maximum), AtLeast(_length.Minimum)];
            IEnumerable<string> pattern = _pattern is null ? [] : [Matches(_pattern)];
            return string.Join(", ", length.Concat(pattern));
        }
    }

    /// <summary>Whether a text has no failure.</summary>
    internal bool IsKeptBy(string text)
    {
        if (_length is not null)
        {
            int length = CharactersOf(text);
            if (length < _length.Minimum || length > _length.Maximum)
            {
                return false;
            }
        }

        return _values?.Contains(text, StringComparer.Ordinal) != false && _pattern?.Matches(text) != false;
    }

    internal IEnumerable<string> FailuresOf(object value) => value switch
    {
        string text => FailuresOf(text),
        int number => FailuresOf(number),
        _ => [],
    };

    internal IEnumerable<string> LengthFailuresOf(int length)
    {
        if (length < _length?.Minimum)
        {
            yield return AtLeast(_length.Minimum);
        }
        else if (length > _length?.Maximum)
        {
            yield return AtMost(_length.Maximum);
        }
    }

    private IEnumerable<string> FailuresOf(string text)
    {
        if (_values is not null && !_values.Contains(text, StringComparer.Ordinal))
        {
            yield return $"Member must satisfy enum value set: [{string.Join(", ", _values)}]";
        }

        foreach (string failure in LengthFailuresOf(CharactersOf(text)))
        {
            yield return failure;
        }

        if (_pattern is not null && !_pattern.Matches(text))
        {
            yield return Matches(_pattern);
        }
    }

    private IEnumerable<string> FailuresOf(int number)
    {
        if (number < _range?.Minimum)
        {
            yield return "Member must have value greater than or equal to " + Text(_range.Minimum);
        }
        else if (number > _range?.Maximum)
        {
            yield return "Member must have value less than or equal to " + Text(_range.Maximum);
        }
    }

    // The model counts Unicode scalar values, a .NET string counts UTF-16 units.
    private static int CharactersOf(string text) => text.Length - (text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF') ? text.Count(char.IsHighSurrogate) : 0);

    private static string AtLeast(int minimum) => "Member must have length greater than or equal to " + Text(minimum);

    private static string AtMost(int maximum) => "Member must have length less than or equal to " + Text(maximum);

    private static string Matches(MemberPattern pattern) => "Member must satisfy regular expression pattern: " + pattern.Text;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> AllOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type values) =>
        (IReadOnlyList<string>)values.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
