using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Keys;

/// <summary>Modes of use as one number, the form in which they are stored.</summary>
internal static class ModeFlags
{
    /// <summary>The number for a set of modes.</summary>
    public static long Of(KeyModesOfUse modes) =>
        (modes.Encrypt ? 1 : 0) | (modes.Decrypt ? 2 : 0) | (modes.Wrap ? 4 : 0) | (modes.Unwrap ? 8 : 0) | (modes.Generate ? 16 : 0)
        | (modes.Sign ? 32 : 0) | (modes.Verify ? 64 : 0) | (modes.DeriveKey ? 128 : 0) | (modes.NoRestrictions ? 256 : 0);

    /// <summary>The modes that a number stands for.</summary>
    public static KeyModesOfUse ToModes(long flags) => new()
    {
        Encrypt = (flags & 1) != 0,
        Decrypt = (flags & 2) != 0,
        Wrap = (flags & 4) != 0,
        Unwrap = (flags & 8) != 0,
        Generate = (flags & 16) != 0,
        Sign = (flags & 32) != 0,
        Verify = (flags & 64) != 0,
        DeriveKey = (flags & 128) != 0,
        NoRestrictions = (flags & 256) != 0,
    };
}
