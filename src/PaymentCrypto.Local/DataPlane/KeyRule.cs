using PaymentCrypto.Api;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>Which keys one parameter of the data plane takes: a row of the table in <see cref="KeyRules"/>.</summary>
/// <param name="Usages">The key usages, any of which will do.</param>
/// <param name="Algorithms">The key algorithms, any of which will do.</param>
/// <param name="Modes">The modes of use, any of which will do.</param>
internal sealed record KeyRule(string[] Usages, string[] Algorithms, KeyMode[] Modes)
{
    /// <summary>Refuses a key that the parameter does not take. Class, state and enablement are looked at elsewhere.</summary>
    /// <param name="member">The parameter, as the service calls it.</param>
    /// <param name="arn">The key's ARN, or what stands for it where the key is not in the store.</param>
    /// <param name="attributes">What the key is and may do.</param>
    /// <exception cref="ValidationException">Usage, algorithm or mode of use do not fit; the message says which would.</exception>
    public void Require(string member, string arn, KeyAttributes attributes)
    {
        if (Array.IndexOf(Usages, attributes.KeyUsage) < 0)
        {
            // "KeyUsages not allowed" is how the service begins, and scripts look for it.
            throw new ValidationException($"KeyUsages not allowed: {member} {arn} has usage {attributes.KeyUsage}, but {Either(Usages)} is needed here.");
        }

        if (Array.IndexOf(Algorithms, attributes.KeyAlgorithm) < 0)
        {
            throw new ValidationException(
                $"KeyAlgorithm not allowed: {member} {arn} is a key of algorithm {attributes.KeyAlgorithm}, but {Either(Algorithms)} is needed here.");
        }

        if (!HasAny(attributes.KeyModesOfUse!))
        {
            throw new ValidationException($"KeyModesOfUse not allowed: {member} {arn} may not be used so; the mode of use "
                + $"{Either(Modes.Select(mode => mode.ToString()))} is needed here.");
        }
    }

    private bool HasAny(KeyModesOfUse modes)
    {
        foreach (KeyMode mode in Modes)
        {
            if (Has(modes, mode))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(KeyModesOfUse modes, KeyMode mode) => mode switch
    {
        KeyMode.Encrypt => modes.Encrypt,
        KeyMode.Decrypt => modes.Decrypt,
        KeyMode.Wrap => modes.Wrap,
        KeyMode.Unwrap => modes.Unwrap,
        KeyMode.Generate => modes.Generate,
        KeyMode.Verify => modes.Verify,
        KeyMode.DeriveKey => modes.DeriveKey,
        KeyMode.NoRestrictions => modes.NoRestrictions,
        _ => false,
    };

    private static string Either(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }
}
