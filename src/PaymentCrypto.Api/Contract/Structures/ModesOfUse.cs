namespace PaymentCrypto.Api;

/// <summary>
/// Modes of use between their forms: the service's nine switches, their names, and the one letter that X9.143 (TR-31) has for
/// the usual combinations.
/// </summary>
public static class ModesOfUse
{
    private static readonly (string Name, Func<KeyModesOfUse, bool> IsOn)[] Switches =
    [
        (nameof(KeyModesOfUse.Encrypt), static modes => modes.Encrypt),
        (nameof(KeyModesOfUse.Decrypt), static modes => modes.Decrypt),
        (nameof(KeyModesOfUse.Wrap), static modes => modes.Wrap),
        (nameof(KeyModesOfUse.Unwrap), static modes => modes.Unwrap),
        (nameof(KeyModesOfUse.Generate), static modes => modes.Generate),
        (nameof(KeyModesOfUse.Sign), static modes => modes.Sign),
        (nameof(KeyModesOfUse.Verify), static modes => modes.Verify),
        (nameof(KeyModesOfUse.DeriveKey), static modes => modes.DeriveKey),
        (nameof(KeyModesOfUse.NoRestrictions), static modes => modes.NoRestrictions),
    ];

    private static readonly Dictionary<string, string[]> Letters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = [nameof(KeyModesOfUse.Encrypt), nameof(KeyModesOfUse.Decrypt), nameof(KeyModesOfUse.Wrap), nameof(KeyModesOfUse.Unwrap)],
        ["E"] = [nameof(KeyModesOfUse.Encrypt), nameof(KeyModesOfUse.Wrap)],
        ["D"] = [nameof(KeyModesOfUse.Decrypt), nameof(KeyModesOfUse.Unwrap)],
        ["C"] = [nameof(KeyModesOfUse.Generate), nameof(KeyModesOfUse.Verify)],
        ["G"] = [nameof(KeyModesOfUse.Generate)],
        ["V"] = [nameof(KeyModesOfUse.Verify)],
        ["S"] = [nameof(KeyModesOfUse.Sign)],
        ["X"] = [nameof(KeyModesOfUse.DeriveKey)],
        ["N"] = [nameof(KeyModesOfUse.NoRestrictions)],
    };

    /// <summary>The names of the service's switches, in its order.</summary>
    public static IEnumerable<string> AllNames => Switches.Select(static one => one.Name);

    /// <summary>The letters of TR-31.</summary>
    public static IEnumerable<string> AllLetters => Letters.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether it is a name or a letter.</summary>
    public static bool IsKnown(string? text) =>
        text is not null && (Letters.ContainsKey(text) || AllNames.Contains(text, StringComparer.OrdinalIgnoreCase));

    /// <summary>The names of the switches that are on, in the service's order.</summary>
    public static string[] Names(KeyModesOfUse? modes) => modes is null
        ? []
        : [.. Switches.Where(one => one.IsOn(modes)).Select(static one => one.Name)];

    /// <summary>The letter of a combination; null when it has none.</summary>
    public static string? Letter(IEnumerable<string> names)
    {
        string[] given = [.. names];
        return Letters.FirstOrDefault(letter => letter.Value.Order().SequenceEqual(given.Order(), StringComparer.OrdinalIgnoreCase)).Key;
    }

    /// <summary>
    /// The service's switches for names and letters, together when there are several. What is neither is left out: ask <see cref="IsKnown"/> before.
    /// </summary>
    public static KeyModesOfUse Parse(IEnumerable<string> namesOrLetters)
    {
        var on = namesOrLetters
            .SelectMany(static text => Letters.TryGetValue(text, out string[]? names) ? names : [text])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new KeyModesOfUse
        {
            Encrypt = on.Contains(nameof(KeyModesOfUse.Encrypt)),
            Decrypt = on.Contains(nameof(KeyModesOfUse.Decrypt)),
            Wrap = on.Contains(nameof(KeyModesOfUse.Wrap)),
            Unwrap = on.Contains(nameof(KeyModesOfUse.Unwrap)),
            Generate = on.Contains(nameof(KeyModesOfUse.Generate)),
            Sign = on.Contains(nameof(KeyModesOfUse.Sign)),
            Verify = on.Contains(nameof(KeyModesOfUse.Verify)),
            DeriveKey = on.Contains(nameof(KeyModesOfUse.DeriveKey)),
            NoRestrictions = on.Contains(nameof(KeyModesOfUse.NoRestrictions)),
        };
    }
}
