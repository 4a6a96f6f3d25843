using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Api.Validation;

/// <summary>A pattern of the service model, one for all members that share it.</summary>
internal sealed class MemberPattern
{
    private static readonly ConcurrentDictionary<string, MemberPattern> Known = new(StringComparer.Ordinal);

    private readonly Regex _regex;

    private MemberPattern(string pattern)
    {
        Text = $"^{pattern}$";
        _regex = ModelPatterns.Of(pattern);
    }

    /// <summary>The pattern as the service's messages write it, with its anchors.</summary>
    internal string Text { get; }

    internal static MemberPattern Of(string pattern) => Known.GetOrAdd(pattern, static key => new MemberPattern(key));

    internal bool Matches(string value) => _regex.IsMatch(value);
}
