using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>Modes of use as a plan gives them: names, or the letters of a key block header (X9.143 table 8), as with New-PcKey.</summary>
internal static class SeedModes
{
    private static readonly string[] Names =
    [
        nameof(KeyModesOfUse.Encrypt), nameof(KeyModesOfUse.Decrypt), nameof(KeyModesOfUse.Wrap), nameof(KeyModesOfUse.Unwrap), nameof(KeyModesOfUse.Generate),
        nameof(KeyModesOfUse.Sign), nameof(KeyModesOfUse.Verify), nameof(KeyModesOfUse.DeriveKey), nameof(KeyModesOfUse.NoRestrictions),
    ];

    private static readonly Dictionary<string, string[]> Letters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = Names[..4],
        ["E"] = [nameof(KeyModesOfUse.Encrypt), nameof(KeyModesOfUse.Wrap)],
        ["D"] = [nameof(KeyModesOfUse.Decrypt), nameof(KeyModesOfUse.Unwrap)],
        ["C"] = [nameof(KeyModesOfUse.Generate), nameof(KeyModesOfUse.Verify)],
        ["G"] = [nameof(KeyModesOfUse.Generate)],
        ["V"] = [nameof(KeyModesOfUse.Verify)],
        ["S"] = [nameof(KeyModesOfUse.Sign)],
        ["X"] = [nameof(KeyModesOfUse.DeriveKey)],
        ["N"] = [nameof(KeyModesOfUse.NoRestrictions)],
    };

    /// <summary>What may be given.</summary>
    public static string Known => $"{string.Join(", ", Names)}, or one letter of {string.Concat(Letters.Keys)}";

    /// <summary>The modes of names and letters together; null when one is neither.</summary>
    public static KeyModesOfUse? Parse(IEnumerable<string> given)
    {
        HashSet<string> on = new(StringComparer.OrdinalIgnoreCase);
        foreach (string text in given)
        {
            if (Letters.TryGetValue(text, out string[]? names))
            {
                on.UnionWith(names);
            }
            else if (Names.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                on.Add(text);
            }
            else
            {
                return null;
            }
        }

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

    /// <summary>What a key of a usage is made for when nothing else is said: the same as New-PcKey gives it.</summary>
    /// <param name="usage">One of <see cref="KeyUsage"/>.</param>
    /// <param name="isPublic">Whether it is the public key of a certificate, which does the other half.</param>
    public static KeyModesOfUse Usual(string usage, bool isPublic) => Parse([usage["TR31_".Length..][..2] switch
    {
        "S0" => isPublic ? "V" : "S",
        "K2" => isPublic ? "E" : "D",
        "D1" => isPublic ? "E" : "B",
        "B0" or "K3" or ['E', _] => "X",
        "C0" or "P1" or ['M', _] or ['V', _] => "C",
        _ => "B",
    }])!;
}
