using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Which keys of a listing are wanted. Everything that is given has to fit; of several values of one kind, any.</summary>
internal sealed record KeyFilter
{
    /// <summary>Patterns for the usage.</summary>
    public WildcardPattern[]? Usage { get; init; }

    /// <summary>Patterns for the algorithm.</summary>
    public WildcardPattern[]? Algorithm { get; init; }

    /// <summary>Patterns for the class.</summary>
    public WildcardPattern[]? Class { get; init; }

    /// <summary>Patterns for the state.</summary>
    public WildcardPattern[]? State { get; init; }

    /// <summary>Patterns for the check value.</summary>
    public WildcardPattern[]? KeyCheckValue { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether it is exportable.</summary>
    public bool? Exportable { get; init; }

    /// <summary>Patterns for a parameter; null when it was not given.</summary>
    public static WildcardPattern[]? Patterns(IEnumerable<string>? texts) =>
        texts?.Select(static text => Wildcard.Parse(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    /// <summary>Whether a key is wanted.</summary>
    public bool Matches(KeySummary key) =>
        Fits(Usage, key.KeyAttributes?.KeyUsage)
        && Fits(Algorithm, key.KeyAttributes?.KeyAlgorithm)
        && Fits(Class, key.KeyAttributes?.KeyClass)
        && Fits(State, key.KeyState)
        && Fits(KeyCheckValue, key.KeyCheckValue)
        && (Enabled is null || Enabled == key.Enabled)
        && (Exportable is null || Exportable == key.Exportable);

    private static bool Fits(WildcardPattern[]? patterns, string? value) =>
        patterns is null || (value is not null && patterns.Any(pattern => pattern.IsMatch(value)));
}
