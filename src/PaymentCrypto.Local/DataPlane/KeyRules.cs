using static PaymentCrypto.Api.KeyAlgorithm;
using static PaymentCrypto.Api.KeyUsage;
using static PaymentCrypto.Local.DataPlane.KeyMode;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>
/// The service's table of valid keys for the data plane (user guide, "Understanding key attributes for data operations"; SPEC 6.3 as
/// corrected by DATA_PLANE 19). One row for each parameter and variant, to be held beside the documentation.
/// </summary>
internal static class KeyRules
{
    // What each row may name. The service documents fewer lengths of TDES for some rows than it takes (docs/explanation/fidelity.md).
    private static readonly string[] Tdes = [Tdes2Key, Tdes3Key];
    private static readonly string[] Aes = [Aes128, Aes192, Aes256];
    private static readonly string[] TdesAndAes = [.. Tdes, .. Aes];
    private static readonly string[] Hmac = [HmacSha224, HmacSha256, HmacSha384, HmacSha512];
    private static readonly string[] Rsa = [Rsa2048, Rsa3072, Rsa4096];
    private static readonly string[] Ecc = [EccNistP256, EccNistP384, EccNistP521];

    // Data.
    public static readonly KeyRule DataEncrypt = new([Tr31D0SymmetricDataEncryptionKey], TdesAndAes, [Encrypt, NoRestrictions]);
    public static readonly KeyRule DataDecrypt = new([Tr31D0SymmetricDataEncryptionKey], TdesAndAes, [Decrypt, NoRestrictions]);
    public static readonly KeyRule DataDukpt = new([Tr31B0BaseDerivationKey], [Tdes2Key, .. Aes], [DeriveKey, NoRestrictions]);
    public static readonly KeyRule DataEmv = new([Tr31E1EmvMkeyConfidentiality, Tr31E6EmvMkeyOther], [Tdes2Key], [DeriveKey]);
    public static readonly KeyRule RsaEncrypt = new([Tr31D1AsymmetricKeyForDataEncryption], Rsa, [Encrypt]);
    public static readonly KeyRule RsaDecrypt = new([Tr31D1AsymmetricKeyForDataEncryption], Rsa, [Decrypt]);

    // ReEncryptData does not take NoRestrictions of a data key (seen live).
    public static readonly KeyRule ReEncryptIncoming = new([Tr31D0SymmetricDataEncryptionKey], TdesAndAes, [Decrypt]);
    public static readonly KeyRule ReEncryptOutgoing = new([Tr31D0SymmetricDataEncryptionKey], TdesAndAes, [Encrypt]);

    // PINs.
    public static readonly KeyRule PinEncrypt = new([Tr31P0PinEncryptionKey], TdesAndAes, [Encrypt, NoRestrictions]);
    public static readonly KeyRule PinDecrypt = new([Tr31P0PinEncryptionKey], TdesAndAes, [Decrypt, NoRestrictions]);
    public static readonly KeyRule PinDukpt = new([Tr31B0BaseDerivationKey], [Tdes2Key, .. Aes], [DeriveKey, NoRestrictions]);
    public static readonly KeyRule PinAs2805 = new([Tr31P0PinEncryptionKey], [Tdes2Key], [Decrypt, NoRestrictions]);
    public static readonly KeyRule PvvGenerate = new([Tr31V2VisaPinVerificationKey], Tdes, [Generate]);
    public static readonly KeyRule PvvVerify = new([Tr31V2VisaPinVerificationKey], Tdes, [Verify]);
    public static readonly KeyRule Ibm3624Generate = new([Tr31V1Ibm3624PinVerificationKey], Tdes, [Generate]);
    public static readonly KeyRule Ibm3624Verify = new([Tr31V1Ibm3624PinVerificationKey], Tdes, [Verify]);

    // MACs.
    public static readonly KeyRule MacAlgorithm1Generate = new([Tr31M1Iso97971MacKey], Tdes, [Generate]);
    public static readonly KeyRule MacAlgorithm1Verify = new([Tr31M1Iso97971MacKey], Tdes, [Verify]);
    public static readonly KeyRule MacAlgorithm3Generate = new([Tr31M3Iso97973MacKey], Tdes, [Generate]);
    public static readonly KeyRule MacAlgorithm3Verify = new([Tr31M3Iso97973MacKey], Tdes, [Verify]);
    public static readonly KeyRule CmacGenerate = new([Tr31M6Iso97975CmacKey], TdesAndAes, [Generate]);
    public static readonly KeyRule CmacVerify = new([Tr31M6Iso97975CmacKey], TdesAndAes, [Verify]);
    public static readonly KeyRule HmacGenerate = new([Tr31M7HmacKey], [.. Hmac, .. TdesAndAes], [Generate]);
    public static readonly KeyRule HmacVerify = new([Tr31M7HmacKey], [.. Hmac, .. TdesAndAes], [Verify]);
    public static readonly KeyRule As2805MacGenerate = new([Tr31M0Iso16609MacKey], Tdes, [Generate]);
    public static readonly KeyRule As2805MacVerify = new([Tr31M0Iso16609MacKey], Tdes, [Verify]);
    public static readonly KeyRule MacDukpt = new([Tr31B0BaseDerivationKey], [Tdes2Key], [DeriveKey, NoRestrictions]);
    public static readonly KeyRule CmacDukpt = new([Tr31B0BaseDerivationKey], [Tdes2Key, .. Aes], [DeriveKey, NoRestrictions]);
    public static readonly KeyRule EmvMac = new([Tr31E2EmvMkeyIntegrity], Tdes, [DeriveKey]);

    // Card values.
    public static readonly KeyRule CardValueGenerate = new([Tr31C0CardVerificationKey], Tdes, [Generate]);
    public static readonly KeyRule CardValueVerify = new([Tr31C0CardVerificationKey], Tdes, [Verify]);
    public static readonly KeyRule DynamicCardVerificationCode = new([Tr31E4EmvMkeyDynamicNumbers], [Tdes2Key], [DeriveKey]);
    public static readonly KeyRule DynamicCardVerificationValue = new([Tr31E6EmvMkeyOther], [Tdes2Key], [DeriveKey]);
    public static readonly KeyRule CardHolderVerificationValue = new([Tr31E6EmvMkeyOther], [Tdes2Key], [DeriveKey]);
    public static readonly KeyRule DiscoverDynamicCardVerificationCode = new([Tr31E4EmvMkeyDynamicNumbers, Tr31E6EmvMkeyOther], [Tdes2Key], [DeriveKey]);

    // EMV.
    public static readonly KeyRule AuthRequestCryptogram = new([Tr31E0EmvMkeyAppCryptograms], [Tdes2Key], [DeriveKey]);
    public static readonly KeyRule ScriptIntegrity = new([Tr31E2EmvMkeyIntegrity], [Tdes2Key], [DeriveKey, NoRestrictions]);
    public static readonly KeyRule ScriptConfidentiality = new([Tr31E1EmvMkeyConfidentiality], [Tdes2Key], [DeriveKey]);
    public static readonly KeyRule ScriptPin = new([Tr31P0PinEncryptionKey], Tdes, [Decrypt, NoRestrictions]);

    // Keys that carry keys.
    public static readonly KeyRule As2805Kek = new([Tr31K0KeyEncryptionKey], [Tdes2Key], [Wrap, Unwrap, Encrypt, Decrypt]);
    public static readonly KeyRule DynamicKeyProtection =
        new([Tr31K0KeyEncryptionKey, Tr31K1KeyBlockProtectionKey], TdesAndAes, [Unwrap, Decrypt, NoRestrictions]);
    public static readonly KeyRule OutgoingKeyProtection =
        new([Tr31K1KeyBlockProtectionKey, Tr31K0KeyEncryptionKey], TdesAndAes, [Wrap, Encrypt, NoRestrictions]);
    public static readonly KeyRule KeyAgreement = new([Tr31K3AsymmetricKeyForKeyAgreement], Ecc, [DeriveKey, NoRestrictions]);
}
