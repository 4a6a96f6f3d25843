using PaymentCrypto.Api;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>The modes of use that the scenarios need.</summary>
internal static class ModesOf
{
    /// <summary>Both ways.</summary>
    public static KeyModesOfUse All => new() { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true };

    /// <summary>To derive keys.</summary>
    public static KeyModesOfUse Derive => new() { DeriveKey = true };
}
