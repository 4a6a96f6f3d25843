using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands;

/// <summary>Reads the patterns that users write.</summary>
internal static class Wildcard
{
    /// <summary>The pattern.</summary>
    /// <exception cref="InvalidConfigurationException">It is none.</exception>
    public static WildcardPattern Parse(string text, WildcardOptions options)
    {
        var pattern = WildcardPattern.Get(text, options);
        try
        {
            // It is parsed on first use, where nobody expects it to fail.
            _ = pattern.IsMatch(string.Empty);
            return pattern;
        }
        catch (WildcardPatternException exception)
        {
            throw new InvalidConfigurationException(
                "PcPatternInvalid",
                $"'{text}' is not a wildcard pattern: '[' opens a set of characters, as in [ab], and is written `[ to mean itself.",
                exception);
        }
    }
}
