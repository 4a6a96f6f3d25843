namespace PaymentCrypto.Api;

/// <summary>The service's values for the usage of keys that a key agreement key derives.</summary>
public static class DeriveKeyUsage
{
    /// <summary>B0: base derivation key (DUKPT).</summary>
    public const string Tr31B0BaseDerivationKey = "TR31_B0_BASE_DERIVATION_KEY";

    /// <summary>C0: card verification key.</summary>
    public const string Tr31C0CardVerificationKey = "TR31_C0_CARD_VERIFICATION_KEY";

    /// <summary>D0: symmetric data encryption key.</summary>
    public const string Tr31D0SymmetricDataEncryptionKey = "TR31_D0_SYMMETRIC_DATA_ENCRYPTION_KEY";

    /// <summary>E0: EMV issuer master key for application cryptograms.</summary>
    public const string Tr31E0EmvMkeyAppCryptograms = "TR31_E0_EMV_MKEY_APP_CRYPTOGRAMS";

    /// <summary>E1: EMV issuer master key for confidentiality of scripts.</summary>
    public const string Tr31E1EmvMkeyConfidentiality = "TR31_E1_EMV_MKEY_CONFIDENTIALITY";

    /// <summary>E2: EMV issuer master key for integrity of scripts.</summary>
    public const string Tr31E2EmvMkeyIntegrity = "TR31_E2_EMV_MKEY_INTEGRITY";

    /// <summary>E4: EMV issuer master key for dynamic numbers.</summary>
    public const string Tr31E4EmvMkeyDynamicNumbers = "TR31_E4_EMV_MKEY_DYNAMIC_NUMBERS";

    /// <summary>E5: EMV master key for card personalization.</summary>
    public const string Tr31E5EmvMkeyCardPersonalization = "TR31_E5_EMV_MKEY_CARD_PERSONALIZATION";

    /// <summary>E6: EMV issuer master key for anything else.</summary>
    public const string Tr31E6EmvMkeyOther = "TR31_E6_EMV_MKEY_OTHER";

    /// <summary>K0: key encryption key.</summary>
    public const string Tr31K0KeyEncryptionKey = "TR31_K0_KEY_ENCRYPTION_KEY";

    /// <summary>K1: key block protection key (KBPK).</summary>
    public const string Tr31K1KeyBlockProtectionKey = "TR31_K1_KEY_BLOCK_PROTECTION_KEY";

    /// <summary>M3: MAC key for ISO 9797-1 algorithm 3 (retail MAC).</summary>
    public const string Tr31M3Iso97973MacKey = "TR31_M3_ISO_9797_3_MAC_KEY";

    /// <summary>M1: MAC key for ISO 9797-1 algorithm 1.</summary>
    public const string Tr31M1Iso97971MacKey = "TR31_M1_ISO_9797_1_MAC_KEY";

    /// <summary>M6: MAC key for ISO 9797-1 algorithm 5 (CMAC).</summary>
    public const string Tr31M6Iso97975CmacKey = "TR31_M6_ISO_9797_5_CMAC_KEY";

    /// <summary>M7: HMAC key.</summary>
    public const string Tr31M7HmacKey = "TR31_M7_HMAC_KEY";

    /// <summary>P0: PIN encryption key.</summary>
    public const string Tr31P0PinEncryptionKey = "TR31_P0_PIN_ENCRYPTION_KEY";

    /// <summary>P1: PIN generation key.</summary>
    public const string Tr31P1PinGenerationKey = "TR31_P1_PIN_GENERATION_KEY";

    /// <summary>V1: PIN verification key for IBM 3624.</summary>
    public const string Tr31V1Ibm3624PinVerificationKey = "TR31_V1_IBM3624_PIN_VERIFICATION_KEY";

    /// <summary>V2: PIN verification key for the Visa PVV.</summary>
    public const string Tr31V2VisaPinVerificationKey = "TR31_V2_VISA_PIN_VERIFICATION_KEY";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Tr31B0BaseDerivationKey, Tr31C0CardVerificationKey, Tr31D0SymmetricDataEncryptionKey, Tr31E0EmvMkeyAppCryptograms,
        Tr31E1EmvMkeyConfidentiality, Tr31E2EmvMkeyIntegrity, Tr31E4EmvMkeyDynamicNumbers, Tr31E5EmvMkeyCardPersonalization,
        Tr31E6EmvMkeyOther, Tr31K0KeyEncryptionKey, Tr31K1KeyBlockProtectionKey, Tr31M3Iso97973MacKey, Tr31M1Iso97971MacKey,
        Tr31M6Iso97975CmacKey, Tr31M7HmacKey, Tr31P0PinEncryptionKey, Tr31P1PinGenerationKey, Tr31V1Ibm3624PinVerificationKey,
        Tr31V2VisaPinVerificationKey,
    ];
}
