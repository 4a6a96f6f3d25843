using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Api.Constraints;

/// <summary>A pattern of the service model, compiled once for all members that share it.</summary>
internal sealed class MemberPattern
{
    private static readonly ConcurrentDictionary<string, MemberPattern> Known = new(StringComparer.Ordinal);

    private readonly Lazy<Regex> _regex;

    private MemberPattern(string pattern)
    {
        Text = $"^{pattern}$";
        _regex = new Lazy<Regex>(() => Compile(pattern));
    }

    /// <summary>The pattern as the service's messages write it, with its anchors.</summary>
    internal string Text { get; }

    internal static MemberPattern Of(string pattern) => Known.GetOrAdd(pattern, static key => new MemberPattern(key));

    internal bool Matches(string value) => _regex.Value.IsMatch(value);

    // The model leaves the outer anchors out but has inner ones ("a$|^b"), so they go around the whole pattern first; \A and \z then
    // shut out a line break at the end, which $ lets through. "{2}+" is possessive in the model's notation, unknown here, and the same
    // without the plus. Non-backtracking: hostile text takes time in proportion to its length, whatever the pattern.
    private static Regex Compile(string pattern) => new(
        $@"\A(?:^{pattern.Replace("}+", "}", StringComparison.Ordinal)}$)\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
