using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Local.Keys;

/// <summary>
/// Which combinations of usage, algorithm, modes and class make a valid key: the tables "Understanding key attributes" and "Valid keys"
/// of the service's user guide, row by row, so that a reader can compare.
/// </summary>
internal static class KeyAttributeTable
{
    private static readonly string[] Tdes = [KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key];
    private static readonly string[] TdesAes = [.. Tdes, KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256];
    private static readonly string[] Hmac = [KeyAlgorithm.HmacSha224, KeyAlgorithm.HmacSha256, KeyAlgorithm.HmacSha384, KeyAlgorithm.HmacSha512];
    private static readonly string[] Rsa = [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096];
    private static readonly string[] Ecc = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521];

    /// <summary>The rows. B, E, D, G, V, C, S, X and N are the modes of use of a key block header.</summary>
    public static IReadOnlyList<KeyAttributeRow> Rows { get; } =
    [
        new(KeyUsage.Tr31B0BaseDerivationKey, TdesAes, "XN"),
        new(KeyUsage.Tr31C0CardVerificationKey, TdesAes, "GVCN"),
        new(KeyUsage.Tr31D0SymmetricDataEncryptionKey, TdesAes, "BEDN"),
        new(KeyUsage.Tr31E0EmvMkeyAppCryptograms, TdesAes, "XN"),
        new(KeyUsage.Tr31E1EmvMkeyConfidentiality, TdesAes, "XN"),
        new(KeyUsage.Tr31E2EmvMkeyIntegrity, TdesAes, "XN"),
        new(KeyUsage.Tr31E4EmvMkeyDynamicNumbers, TdesAes, "XN"),
        new(KeyUsage.Tr31E5EmvMkeyCardPersonalization, TdesAes, "XN"),
        new(KeyUsage.Tr31E6EmvMkeyOther, TdesAes, "XN"),
        new(KeyUsage.Tr31K0KeyEncryptionKey, TdesAes, "BEDN"),
        new(KeyUsage.Tr31K1KeyBlockProtectionKey, TdesAes, "BEDN"),
        // On the operations page for AS 2805 only; N by analogy with the other MAC keys.
        new(KeyUsage.Tr31M0Iso16609MacKey, Tdes, "GVCN"),
        new(KeyUsage.Tr31M1Iso97971MacKey, Tdes, "GVCN"),
        new(KeyUsage.Tr31M3Iso97973MacKey, Tdes, "GVCN"),
        new(KeyUsage.Tr31M6Iso97975CmacKey, TdesAes, "GVCN"),
        // TDES and AES are a former form of HMAC keys that is still listed.
        new(KeyUsage.Tr31M7HmacKey, [.. Hmac, .. TdesAes], "GVCN"),
        new(KeyUsage.Tr31P0PinEncryptionKey, TdesAes, "BEDN"),
        // Documented as unused, with one example; read generously.
        new(KeyUsage.Tr31P1PinGenerationKey, Tdes, "GVCNB"),
        new(KeyUsage.Tr31V1Ibm3624PinVerificationKey, TdesAes, "GVCN"),
        new(KeyUsage.Tr31V2VisaPinVerificationKey, TdesAes, "GVCN"),
        new(KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, Rsa, "BED", ImportedPublicModes: "E"),
        // Certificates on P-256 to P-521 are imported under this usage too (samples and a documented example).
        new(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, Rsa, "SV", ImportedPublicModes: "V"),
        new(KeyUsage.Tr31K2Tr34AsymmetricKey, Rsa, "BED", ImportedPublicModes: "E"),
        new(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, Ecc, "X"),
    ];

    /// <summary>Refuses attributes that do not make a valid key of the service.</summary>
    /// <param name="attributes">All four parts are there.</param>
    /// <exception cref="ValidationException">Names the part that is wrong and what is allowed with the others.</exception>
    public static void Check(KeyAttributes attributes)
    {
        KeyAttributeRow row = CheckAlgorithm(attributes);
        string usage = attributes.KeyUsage!;
        string keyClass = attributes.KeyClass!;
        string letters = keyClass == KeyClass.PublicKey ? row.ImportedPublicModes : row.Modes;
        Tr31ModeOfUse? letter = ModeLetters.ToLetter(attributes.KeyModesOfUse!);
        if (letter is null || !letters.Contains((char)letter))
        {
            throw new ValidationException(
                $"KeyModesOfUse {Describe(attributes.KeyModesOfUse!)} is not allowed for KeyUsage {usage} and KeyClass {keyClass}: use exactly "
                    + $"{string.Join("; or ", letters.Select(DescribeLetter))}.");
        }
    }

    /// <summary>Refuses an algorithm or a class that does not go with the usage; the modes of use are not looked at.</summary>
    /// <returns>What goes with the usage.</returns>
    /// <exception cref="ValidationException">Names the part that is wrong and what is allowed with the others.</exception>
    public static KeyAttributeRow CheckAlgorithm(KeyAttributes attributes)
    {
        string usage = attributes.KeyUsage!;
        string algorithm = attributes.KeyAlgorithm!;
        string keyClass = attributes.KeyClass!;
        KeyAttributeRow row = Rows.First(candidate => candidate.Usage == usage);
        string[] algorithms = keyClass == KeyClass.PublicKey && usage == KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature ? [.. Rsa, .. Ecc] : row.Algorithms;
        if (!algorithms.Contains(algorithm))
        {
            throw new ValidationException($"KeyAlgorithm {algorithm} is not allowed for KeyUsage {usage}: use {string.Join(", ", algorithms)}.");
        }

        CheckClass(usage, algorithm, keyClass, row);
        return row;
    }

    /// <summary>Whether an algorithm is symmetric.</summary>
    public static bool IsSymmetric(string algorithm) => !Rsa.Contains(algorithm) && !Ecc.Contains(algorithm);

    /// <summary>Whether an algorithm is an elliptic curve.</summary>
    public static bool IsEcc(string algorithm) => Ecc.Contains(algorithm);

    private static void CheckClass(string usage, string algorithm, string keyClass, KeyAttributeRow row)
    {
        string[] allowed = IsSymmetric(algorithm) ? [KeyClass.SymmetricKey]
            : row.ImportedPublicModes.Length > 0 ? [KeyClass.AsymmetricKeyPair, KeyClass.PublicKey]
            : [KeyClass.AsymmetricKeyPair];
        if (!allowed.Contains(keyClass))
        {
            throw new ValidationException($"KeyClass {keyClass} is not allowed for KeyUsage {usage} with {algorithm}: use {string.Join(" or ", allowed)}.");
        }
    }

    private static string DescribeLetter(char letter) => Describe(ModeLetters.FromLetter((Tr31ModeOfUse)letter)!);

    private static string Describe(KeyModesOfUse modes)
    {
        string[] names =
        [
            .. new (bool Set, string Name)[]
            {
                (modes.Encrypt, nameof(modes.Encrypt)), (modes.Decrypt, nameof(modes.Decrypt)), (modes.Wrap, nameof(modes.Wrap)),
                (modes.Unwrap, nameof(modes.Unwrap)), (modes.Generate, nameof(modes.Generate)), (modes.Sign, nameof(modes.Sign)),
                (modes.Verify, nameof(modes.Verify)), (modes.DeriveKey, nameof(modes.DeriveKey)), (modes.NoRestrictions, nameof(modes.NoRestrictions)),
            }.Where(mode => mode.Set).Select(mode => mode.Name),
        ];
        return names.Length == 0 ? "(none)" : string.Join(" + ", names);
    }
}
