using PaymentCrypto.Api;

namespace PaymentCrypto.Values;

/// <summary>
/// What a key usage goes with, for completion and for the modes of use that New-PcKey chooses when none are given. It only
/// advises: what may be combined is decided by the provider.
/// </summary>
/// <param name="Usage">The usage.</param>
/// <param name="ShortName">The same in at most 17 characters, for a column of a table.</param>
/// <param name="Meaning">What such a key is, in a few words.</param>
/// <param name="Algorithms">The algorithms that the service creates it with.</param>
/// <param name="Modes">The modes of use that such a key can have, as TR-31 letters; first the one it gets unless the user chooses, the widest for its
/// purpose.</param>
internal sealed record KeyUsageGuide(string Usage, string ShortName, string Meaning, IReadOnlyList<string> Algorithms, string Modes)
{
    private static readonly string[] Tdes = [KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key];
    private static readonly string[] Symmetric = [.. Tdes, KeyAlgorithm.Aes128, KeyAlgorithm.Aes192, KeyAlgorithm.Aes256];
    private static readonly string[] Hmac = [KeyAlgorithm.HmacSha224, KeyAlgorithm.HmacSha256, KeyAlgorithm.HmacSha384, KeyAlgorithm.HmacSha512];
    private static readonly string[] Rsa = [KeyAlgorithm.Rsa2048, KeyAlgorithm.Rsa3072, KeyAlgorithm.Rsa4096];
    private static readonly string[] Ecc = [KeyAlgorithm.EccNistP256, KeyAlgorithm.EccNistP384, KeyAlgorithm.EccNistP521];

    /// <summary>Every usage that a key can be created with.</summary>
    public static IReadOnlyList<KeyUsageGuide> All { get; } =
    [
        new(KeyUsage.Tr31B0BaseDerivationKey, "BDK (DUKPT)", "Base derivation key (DUKPT)", Symmetric, "XN"),
        new(KeyUsage.Tr31C0CardVerificationKey, "card verification", "Card verification key (CVV, CSC)", Symmetric, "CGVN"),
        new(KeyUsage.Tr31D0SymmetricDataEncryptionKey, "data encryption", "Data encryption key", Symmetric, "BEDN"),
        new(KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, "data encryption", "Key pair for data encryption", Rsa, "BED"),
        new(KeyUsage.Tr31E0EmvMkeyAppCryptograms, "EMV cryptograms", "EMV master key: application cryptograms", Symmetric, "XN"),
        new(KeyUsage.Tr31E1EmvMkeyConfidentiality, "EMV confidential", "EMV master key: confidentiality of scripts", Symmetric, "XN"),
        new(KeyUsage.Tr31E2EmvMkeyIntegrity, "EMV integrity", "EMV master key: integrity of scripts", Symmetric, "XN"),
        new(KeyUsage.Tr31E4EmvMkeyDynamicNumbers, "EMV dynamic", "EMV master key: dynamic numbers", Symmetric, "XN"),
        new(KeyUsage.Tr31E5EmvMkeyCardPersonalization, "EMV personalise", "EMV master key: card personalisation", Symmetric, "XN"),
        new(KeyUsage.Tr31E6EmvMkeyOther, "EMV other", "EMV master key: other", Symmetric, "XN"),
        new(KeyUsage.Tr31K0KeyEncryptionKey, "KEK", "Key encryption key (KEK)", Symmetric, "BEDN"),
        new(KeyUsage.Tr31K1KeyBlockProtectionKey, "KBPK", "Key block protection key (KBPK)", Symmetric, "BEDN"),
        new(KeyUsage.Tr31K2Tr34AsymmetricKey, "TR-34 key pair", "Key pair that receives TR-34 tokens", Rsa, "DBE"),
        new(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, "key agreement", "Key pair for key agreement (ECDH)", Ecc, "X"),
        new(KeyUsage.Tr31M0Iso16609MacKey, "MAC, ISO 16609", "MAC key, ISO 16609 (AS 2805)", Tdes, "CGVN"),
        new(KeyUsage.Tr31M1Iso97971MacKey, "MAC, 9797-1 alg 1", "MAC key, ISO 9797-1 algorithm 1", Tdes, "CGVN"),
        new(KeyUsage.Tr31M3Iso97973MacKey, "MAC, 9797-1 alg 3", "MAC key, ISO 9797-1 algorithm 3 (retail MAC)", Tdes, "CGVN"),
        new(KeyUsage.Tr31M6Iso97975CmacKey, "CMAC", "MAC key, CMAC", Symmetric, "CGVN"),
        new(KeyUsage.Tr31M7HmacKey, "HMAC", "HMAC key", [.. Hmac, .. Symmetric], "CGVN"),
        new(KeyUsage.Tr31P0PinEncryptionKey, "PIN encryption", "PIN encryption key", Symmetric, "BEDN"),
        new(KeyUsage.Tr31P1PinGenerationKey, "PIN generation", "PIN generation key", Tdes, "CGVNB"),
        new(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, "signature", "Key pair for digital signatures", Rsa, "SV"),
        new(KeyUsage.Tr31V1Ibm3624PinVerificationKey, "PIN, IBM 3624", "PIN verification key, IBM 3624", Symmetric, "CGVN"),
        new(KeyUsage.Tr31V2VisaPinVerificationKey, "PIN, Visa PVV", "PIN verification key, Visa PVV", Symmetric, "CGVN"),
    ];

    /// <summary>The mode of use of such a key unless the user chooses, as a TR-31 letter.</summary>
    public string ModeOfUse => Modes[..1];

    /// <summary>The guide to a usage by the service's name or TR-31's two characters; null for one that is not known here.</summary>
    public static KeyUsageGuide? Of(string? text) => Find(KnownValue.OfUsage(KeyUsage.All, text));

    /// <summary>The guide to a usage; null for one that is not known here.</summary>
    public static KeyUsageGuide? Find(string? usage) => All.FirstOrDefault(guide => guide.Usage == usage);
}
