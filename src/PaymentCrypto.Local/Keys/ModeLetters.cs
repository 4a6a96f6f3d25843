using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Local.Keys;

/// <summary>
/// The service's modes of use and the one letter that stands for each permitted set of them in a key block header (X9.143 table 8;
/// SPEC of the service: valid keys).
/// </summary>
internal static class ModeLetters
{
    private static readonly (Tr31ModeOfUse Letter, KeyModesOfUse Modes)[] Table =
    [
        (Tr31ModeOfUse.EncryptAndDecrypt, new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true }),
        (Tr31ModeOfUse.EncryptOnly, new KeyModesOfUse { Encrypt = true, Wrap = true }),
        (Tr31ModeOfUse.DecryptOnly, new KeyModesOfUse { Decrypt = true, Unwrap = true }),
        (Tr31ModeOfUse.GenerateAndVerify, new KeyModesOfUse { Generate = true, Verify = true }),
        (Tr31ModeOfUse.GenerateOnly, new KeyModesOfUse { Generate = true }),
        (Tr31ModeOfUse.VerifyOnly, new KeyModesOfUse { Verify = true }),
        (Tr31ModeOfUse.SignOnly, new KeyModesOfUse { Sign = true }),
        (Tr31ModeOfUse.Derive, new KeyModesOfUse { DeriveKey = true }),
        (Tr31ModeOfUse.NoRestriction, new KeyModesOfUse { NoRestrictions = true }),
    ];

    /// <summary>The modes that a header's letter stands for; null for letters that the service does not have.</summary>
    public static KeyModesOfUse? FromLetter(Tr31ModeOfUse letter) => Array.Find(Table, row => row.Letter == letter).Modes;

    /// <summary>The letter for a set of modes; null when the set is not one that a header can carry.</summary>
    public static Tr31ModeOfUse? ToLetter(KeyModesOfUse modes) => Array.Find(Table, row => row.Modes == modes) is { Modes: not null } row ? row.Letter : null;

    /// <summary>Whether a key with modes <paramref name="held"/> may be passed on with modes <paramref name="wanted"/>: the same or fewer.</summary>
    public static bool AreWithin(KeyModesOfUse wanted, KeyModesOfUse held) =>
        held.NoRestrictions || (!wanted.NoRestrictions
            && (!wanted.Encrypt || held.Encrypt)
            && (!wanted.Decrypt || held.Decrypt)
            && (!wanted.Wrap || held.Wrap)
            && (!wanted.Unwrap || held.Unwrap)
            && (!wanted.Generate || held.Generate)
            && (!wanted.Sign || held.Sign)
            && (!wanted.Verify || held.Verify)
            && (!wanted.DeriveKey || held.DeriveKey));
}
