using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds.Texts;

/// <summary>The error of a seed that is wrong: where, and what would be right. A field's value is not in it when it may be a key.</summary>
internal static class SeedError
{
    /// <summary>The error at a line.</summary>
    /// <param name="source">What stands before the number: the file and "line", or what has no lines.</param>
    /// <param name="line">From 1.</param>
    /// <param name="field">The field; null for the line as a whole.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="cause">What says so, if anything.</param>
    public static InvalidConfigurationException At(string source, int line, string? field, string problem, Exception? cause = null) =>
        new("PcSeedInvalid", FormattableString.Invariant($"{source} {line}{(field is null ? string.Empty : $", {field}")}: {problem}"), cause);
}
