using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>Modes of use as a plan gives them: names, or the letters of a key block header (X9.143 table 8), as with New-PcKey.</summary>
internal static class SeedModes
{
    /// <summary>What may be given.</summary>
    public static string Known => $"{string.Join(", ", ModesOfUse.AllNames)}, or one letter of {string.Concat(ModesOfUse.AllLetters)}";

    /// <summary>The modes of names and letters together; null when one is neither.</summary>
    public static KeyModesOfUse? Parse(IReadOnlyCollection<string> given) => given.All(ModesOfUse.IsKnown) ? ModesOfUse.Parse(given) : null;

    /// <summary>What a key of a usage is made for when nothing else is said: the same as New-PcKey gives it.</summary>
    /// <param name="usage">One of <see cref="KeyUsage"/>.</param>
    /// <param name="isPublic">Whether it is the public key of a certificate, which does the other half.</param>
    public static KeyModesOfUse Usual(string usage, bool isPublic) => ModesOfUse.Parse([usage["TR31_".Length..][..2] switch
    {
        "S0" => isPublic ? "V" : "S",
        "K2" => isPublic ? "E" : "D",
        "D1" => isPublic ? "E" : "B",
        "B0" or "K3" or ['E', _] => "X",
        "C0" or "P1" or ['M', _] or ['V', _] => "C",
        _ => "B",
    }]);
}
