using System.Globalization;

namespace PaymentCrypto.Shell;

/// <summary>The culture where there is no locale (LANG=C, a container).</summary>
internal static class ReadableCulture
{
    /// <summary>
    /// Makes the language English there, as all texts are: PowerShell breaks lines between words only where it knows the language. Numbers
    /// and times stay as they are.
    /// </summary>
    public static void Use()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        if (!culture.Equals(CultureInfo.InvariantCulture))
        {
            return;
        }

        try
        {
            var english = new CultureInfo("en-US", useUserOverride: false) { DateTimeFormat = culture.DateTimeFormat, NumberFormat = culture.NumberFormat };
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.ReadOnly(english);
        }
        catch (CultureNotFoundException)
        {
            // No languages at all (invariant globalization): lines are broken anywhere.
        }
    }
}
