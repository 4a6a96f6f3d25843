using PaymentCrypto.Tests.Cryptography.Cards;
using PaymentCrypto.Tests.Cryptography.Ciphers;
using PaymentCrypto.Tests.Cryptography.Dukpt;
using PaymentCrypto.Tests.Cryptography.Emv;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Cryptography.Macs;
using PaymentCrypto.Tests.Cryptography.Pins;
using PaymentCrypto.Tests.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.Rsa;
using PaymentCrypto.Tests.Local.DataPlane;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>Every algorithm of the library, by its public members, with those who witness it.</summary>
internal static class WitnessTable
{
    private static readonly Witness Fips = new("FIPS 197", typeof(BlockCipherTests), nameof(BlockCipherTests.AES_gives_the_answers_of_FIPS_197));
    private static readonly Witness OwnDes = new(
        Witness.Platform, typeof(DesTests), nameof(DesTests.Both_agree_with_the_platform_for_every_length_of_key));
    private static readonly Witness Modes = new(
        Witness.BouncyCastle, typeof(BlockCipherModesTests), nameof(BlockCipherModesTests.Every_mode_agrees_with_another_implementation));
    private static readonly Witness Sp80038A = new(
        "NIST SP 800-38A", typeof(BlockCipherTests), nameof(BlockCipherTests.CBC_and_CTR_give_the_answers_of_SP_800_38A));
    private static readonly Witness Sp80038B = new("NIST SP 800-38B", typeof(MacTests), nameof(MacTests.CMAC_gives_the_answers_of_SP_800_38B));
    private static readonly Witness Macs = new(Witness.BouncyCastle, typeof(KeyReferenceTests), nameof(KeyReferenceTests.CMAC_and_HMAC_agree));
    private static readonly Witness Rfcs = new("RFC 2202, RFC 4231", typeof(MacTests), nameof(MacTests.HMAC_gives_the_answers_of_the_RFCs));
    private static readonly Witness Openemv = new("openemv", typeof(MacTests), nameof(MacTests.Every_published_CMAC_HMAC_and_retail_MAC_is_reproduced));
    private static readonly Witness PsecMacs = new("psec", typeof(Iso9797MacTests), nameof(Iso9797MacTests.Every_published_answer_of_psec_is_reproduced));
    private static readonly Witness OtherMacs = new(
        Witness.BouncyCastle, typeof(Iso9797MacTests), nameof(Iso9797MacTests.Both_algorithms_agree_with_another_implementation_at_every_length_and_padding));
    private static readonly Witness CheckValues = new(Witness.BouncyCastle, typeof(KeyReferenceTests), nameof(KeyReferenceTests.Check_values_agree));
    private static readonly Witness PublishedChecks = new(
        "openemv, pyemv, jPOS", typeof(KeyCheckValueTests), nameof(KeyCheckValueTests.Every_public_check_value_is_reproduced));
    private static readonly Witness TdesDukpt = new(
        "X9.24-1 annex A", typeof(WorkingKeyTests), nameof(WorkingKeyTests.The_transaction_keys_of_the_public_TDES_set_are_reproduced));
    private static readonly Witness AesDukpt = new(
        "X9.24-3 supplement", typeof(WorkingKeyTests), nameof(WorkingKeyTests.The_keys_of_the_public_AES_set_are_reproduced));
    private static readonly Witness OtherTdesDukpt = new(Witness.BouncyCastle, typeof(DukptReferenceTests), nameof(DukptReferenceTests.TDES_agrees));
    private static readonly Witness OtherAesDukpt = new(Witness.BouncyCastle, typeof(DukptReferenceTests), nameof(DukptReferenceTests.AES_agrees));
    private static readonly Witness InitialKeys = new(
        "X9.24 by openemv", typeof(InitialKeyTests), nameof(InitialKeyTests.The_initial_keys_of_the_public_sets_are_reproduced));
    private static readonly Witness PinBlocks = new(
        "psec, paysec, openemv", typeof(PublishedPinTests), nameof(PublishedPinTests.Every_published_PIN_block_is_reproduced));
    private static readonly Witness OtherPinBlocks = new(
        Witness.BouncyCastle, typeof(PinReferenceTests), nameof(PinReferenceTests.Blocks_of_others_are_read_and_of_format_0_written_alike));
    private static readonly Witness PinChecks = new(
        "psec", typeof(PublishedPinTests), nameof(PublishedPinTests.Every_published_PIN_offset_and_PVV_is_reproduced));
    private static readonly Witness OtherPinChecks = new(
        Witness.BouncyCastle, typeof(PinReferenceTests), nameof(PinReferenceTests.A_PVV_and_a_natural_PIN_agree));
    private static readonly Witness Psec = new(
        "psec", typeof(CardVerificationValueTests), nameof(CardVerificationValueTests.APublishedValueIsReproduced));
    private static readonly Witness Jpos = new("jPOS", typeof(JposCardTests), nameof(JposCardTests.Every_published_card_value_is_reproduced));
    private static readonly Witness OtherCards = new(Witness.BouncyCastle, typeof(CardReferenceTests), nameof(CardReferenceTests.Card_values_agree));
    private static readonly Witness BpTools = new(
        "BP-Tools", typeof(OtherCardValueTests), nameof(OtherCardValueTests.TheSecurityCodesOfAmericanExpressAreReproduced));
    private static readonly Witness OtherCsc = new(
        Witness.BouncyCastle, typeof(CardReferenceTests), nameof(CardReferenceTests.Codes_of_American_Express_agree));
    private static readonly Witness Pyemv = new("pyemv, an HSM", typeof(PyemvTests), nameof(PyemvTests.Every_published_value_is_reproduced));
    private static readonly Witness DataPlane = new(
        "AWS, jPOS", typeof(DataPlaneVectorTests), nameof(DataPlaneVectorTests.The_engine_answers_as_published));
    private static readonly Witness CardKeys = new(Witness.BouncyCastle, typeof(EmvReferenceTests), nameof(EmvReferenceTests.Card_keys_agree));
    private static readonly Witness SessionKeys = new(Witness.BouncyCastle, typeof(EmvReferenceTests), nameof(EmvReferenceTests.Session_keys_agree));
    private static readonly Witness Cryptograms = new(Witness.BouncyCastle, typeof(EmvReferenceTests), nameof(EmvReferenceTests.Cryptograms_and_scripts_agree));
    private static readonly Witness Unpublished = new(
        Witness.Platform, typeof(KeyReferenceTests), nameof(KeyReferenceTests.The_platform_agrees_where_nothing_is_published));
    private static readonly Witness Blocks = new(
        "openemv, psec, paysec, keyblock", typeof(SharedBlockTests),
            nameof(SharedBlockTests.Every_public_block_gives_its_header_its_optional_blocks_and_its_key));
    private static readonly Witness Wycheproof = new(
        "Wycheproof", typeof(RsaKeyCryptogramTests), nameof(RsaKeyCryptogramTests.Wycheproof_agrees));

    public static Dictionary<string, Witness[]> Rows { get; } = new(StringComparer.Ordinal)
    {
        ["BlockCipher.EncryptEcb"] = [Fips, OwnDes, Modes],
        ["BlockCipher.DecryptEcb"] = [Fips, OwnDes, Modes],
        ["BlockCipher.EncryptCbc"] = [Sp80038A, Modes],
        ["BlockCipher.DecryptCbc"] = [Sp80038A, Modes],
        ["BlockCipher.TransformCtr"] = [Sp80038A, Modes],
        ["BlockCipher.ComputeCmac"] = [Sp80038B, Macs],
        ["BlockCipher.ComputeCbcMac"] =
            [new("published answer", typeof(MacTests), nameof(MacTests.CBC_MAC_with_TDES_gives_the_published_answer)), Blocks],
        ["BlockCipherModes.Encrypt"] = [Modes, Sp80038A],
        ["BlockCipherModes.Decrypt"] = [Modes, Sp80038A],
        ["Hmac.Compute"] = [Rfcs, Macs, Openemv],
        ["HashMac.Compute"] = [Openemv, Macs],
        ["CipherMac.Compute"] = [Openemv, Macs],
        ["Iso9797Mac.Algorithm1"] = [PsecMacs, OtherMacs],
        ["Iso9797Mac.Algorithm3"] = [PsecMacs, OtherMacs, Openemv],
        ["As2805Mac.Compute"] =
        [
            new("AWS", typeof(Iso9797MacTests), nameof(Iso9797MacTests.AS_2805_sends_four_bytes_of_algorithm_3_with_zero_padding)),
            new(Witness.BouncyCastle, typeof(As2805ReferenceTests), nameof(As2805ReferenceTests.A_MAC_agrees)),
        ],
        ["KeyCheckValue.AnsiX924"] = [PublishedChecks, CheckValues],
        ["KeyCheckValue.Standard"] = [PublishedChecks, CheckValues],
        ["KeyCheckValue.Cmac"] = [PublishedChecks, CheckValues],
        ["KeyCheckValue.Hmac"] = [new("Python's hmac", typeof(KeyCheckValueTests), nameof(KeyCheckValueTests.HMAC_keys_have_the_MAC_of_nothing)), CheckValues],
        ["KeyCheckValue.Sha1"] =
        [
            new("Python's hashlib", typeof(KeyCheckValueTests), nameof(KeyCheckValueTests.Public_keys_have_four_bytes_of_SHA_1)),
            CheckValues,
        ],
        ["TdesDukpt.DeriveInitialKey"] = [InitialKeys, OtherTdesDukpt],
        ["TdesDukpt.DeriveTransactionKey"] = [TdesDukpt, OtherTdesDukpt],
        ["TdesDukpt.DeriveWorkingKey"] = [DataPlane, OtherTdesDukpt],
        ["TdesDukpt.DeriveFromTransactionKey"] =
            [new("X9.24-1 A.4.1", typeof(WorkingKeyTests), nameof(WorkingKeyTests.A_TDES_working_key_is_a_variant)), OtherTdesDukpt],
        ["AesDukpt.DeriveInitialKey"] = [InitialKeys, OtherAesDukpt],
        ["AesDukpt.DeriveTransactionKey"] = [AesDukpt, OtherAesDukpt],
        ["AesDukpt.DeriveWorkingKey"] = [AesDukpt, OtherAesDukpt],
        ["AesDukpt.DeriveFromTransactionKey"] = [AesDukpt, OtherAesDukpt],
        ["EncipheredPinBlock.Encrypt"] = [DataPlane, OtherPinBlocks],
        ["EncipheredPinBlock.Decrypt"] = [DataPlane, OtherPinBlocks],
        ["PinBlock.Encode"] = [PinBlocks, OtherPinBlocks],
        ["PinBlock.Decode"] = [PinBlocks, OtherPinBlocks],
        ["AesPinBlock.Encrypt"] = [DataPlane, OtherPinBlocks],
        ["AesPinBlock.Decrypt"] = [PinBlocks, OtherPinBlocks],
        ["Ibm3624.NaturalPin"] = [PinChecks, OtherPinChecks],
        ["Ibm3624.Offset"] = [PinChecks, OtherPinChecks],
        ["Ibm3624.PinFromOffset"] = [PinChecks, OtherPinChecks],
        ["Ibm3624.Verify"] = [PinChecks, DataPlane],
        ["VisaPinVerificationValue.Generate"] = [PinChecks, OtherPinChecks],
        ["VisaPinVerificationValue.Verify"] = [PinChecks, DataPlane],
        ["As2805PinKey.Derive"] =
        [
            Unpublished,
            new(Witness.BouncyCastle, typeof(As2805ReferenceTests), nameof(As2805ReferenceTests.The_PIN_key_of_a_transaction_agrees)),
        ],
        ["CardVerificationValue.Generate"] = [Psec, Jpos, OtherCards],
        ["CardVerificationValue.Verify"] = [Jpos, OtherCards],
        ["DynamicCardVerificationValue.Generate"] = [Jpos, OtherCards],
        ["CardholderAuthenticationValue.Generate"] =
            [new("jPOS", typeof(OtherCardValueTests), nameof(OtherCardValueTests.TheDigitsOfACavvAreReproduced)), OtherCards],
        ["DynamicCardVerificationCode.Generate"] =
        [
            new("pyemv, an HSM", typeof(OtherCardValueTests), nameof(OtherCardValueTests.TheDynamicCodeOfMastercardIsReproduced)),
            new(Witness.BouncyCastle, typeof(CardReferenceTests), nameof(CardReferenceTests.A_CVC3_agrees)),
        ],
        ["AmexCardSecurityCode.GenerateVersion1"] = [BpTools, OtherCsc],
        ["AmexCardSecurityCode.GenerateVersion2"] = [BpTools, OtherCsc],
        ["AmexCardSecurityCode.VerifyVersion1"] = [BpTools, OtherCsc],
        ["AmexCardSecurityCode.VerifyVersion2"] = [BpTools, OtherCsc],
        ["EmvCardKey.DeriveOptionA"] = [Pyemv, CardKeys],
        ["EmvCardKey.DeriveOptionB"] = [Pyemv, CardKeys],
        ["EmvSessionKey.Common"] = [Pyemv, SessionKeys],
        ["EmvSessionKey.Mastercard"] = [Pyemv, SessionKeys],
        ["EmvSessionKey.Visa"] = [Pyemv, SessionKeys],
        ["EmvSessionKey.Amex"] = [DataPlane, SessionKeys],
        ["EmvSessionKey.UnionPay"] = [Unpublished, SessionKeys],
        ["EmvSessionKey.Emv2000"] =
            [Pyemv, new(Witness.BouncyCastle, typeof(EmvReferenceTests), nameof(EmvReferenceTests.A_leaf_of_the_tree_agrees))],
        ["EmvCryptogram.Request"] = [Pyemv, Cryptograms],
        ["EmvCryptogram.ResponseMethod1"] = [Pyemv, Cryptograms],
        ["EmvCryptogram.ResponseMethod2"] = [Pyemv, Cryptograms],
        ["EmvScript.Mac"] = [Pyemv, Cryptograms],
        ["EmvScript.VisaPinBlock"] = [Pyemv, Cryptograms],
        ["As2805Cryptogram.Wrap"] =
        [
            new(Witness.Python, typeof(As2805CryptogramTests), nameof(As2805CryptogramTests.A_key_is_wrapped_under_the_variant_and_comes_back)),
            new(Witness.BouncyCastle, typeof(As2805ReferenceTests), nameof(As2805ReferenceTests.A_wrapped_key_agrees)),
        ],
        ["As2805Cryptogram.Unwrap"] =
        [
            new(Witness.Python, typeof(As2805CryptogramTests), nameof(As2805CryptogramTests.A_key_is_wrapped_under_the_variant_and_comes_back)),
            new(Witness.BouncyCastle, typeof(As2805ReferenceTests), nameof(As2805ReferenceTests.A_wrapped_key_agrees)),
        ],
        ["As2805KekValidation.Send"] =
            [DataPlane, new(Witness.BouncyCastle, typeof(As2805ReferenceTests), nameof(As2805ReferenceTests.The_proof_of_a_KEK_agrees))],
        ["As2805KekValidation.Receive"] =
            [DataPlane, new(Witness.BouncyCastle, typeof(As2805ReferenceTests), nameof(As2805ReferenceTests.The_proof_of_a_KEK_agrees))],
        ["RsaKeyCryptogram.Wrap"] =
        [
            new(Witness.Python, typeof(RsaKeyCryptogramTests), nameof(RsaKeyCryptogramTests.Python_cryptography_reads_our_cryptograms)),
            new(Witness.BouncyCastle, typeof(AsymmetricReferenceTests), nameof(AsymmetricReferenceTests.BouncyCastle_opens_our_cryptograms)),
        ],
        ["RsaKeyCryptogram.Unwrap"] =
            [Wycheproof, new(Witness.Python, typeof(RsaKeyCryptogramTests), nameof(RsaKeyCryptogramTests.Cryptogram_gives_its_key))],
        ["RsaData.Encrypt"] =
        [
            new(Witness.BouncyCastle, typeof(RsaDataTests),
                nameof(RsaDataTests.What_is_encrypted_here_another_implementation_decrypts_and_the_other_way_round)),
            new(Witness.Platform, typeof(RsaDataTests), nameof(RsaDataTests.Without_padding_it_is_the_power_of_the_number_and_of_the_whole_length)),
        ],
        ["RsaData.Decrypt"] =
        [
            new(Witness.BouncyCastle, typeof(RsaDataTests),
                nameof(RsaDataTests.What_is_encrypted_here_another_implementation_decrypts_and_the_other_way_round)),
            new(Witness.Platform, typeof(RsaDataTests), nameof(RsaDataTests.Without_padding_it_is_the_power_of_the_number_and_of_the_whole_length)),
        ],
        ["EcdhKeyAgreement.DeriveSharedSecret"] =
        [
            new("Wycheproof", typeof(KeyAgreementTests), nameof(KeyAgreementTests.Wycheproof_agrees_and_no_invalid_point_gets_through)),
            new(Witness.Python, typeof(KeyAgreementTests), nameof(KeyAgreementTests.Python_cryptography_derives_the_same_key)),
        ],
        ["EcdhKeyAgreement.DeriveKey"] =
        [
            new(Witness.Platform, typeof(AsymmetricReferenceTests), nameof(AsymmetricReferenceTests.The_platform_derives_the_same_key)),
            new(Witness.Python, typeof(KeyAgreementTests), nameof(KeyAgreementTests.Python_cryptography_derives_the_same_key)),
        ],
        ["KeyDerivation.Derive"] =
        [
            new("NIST CAVP", typeof(KeyAgreementTests), nameof(KeyAgreementTests.The_first_cavp_row_of_each_hash_and_the_concat_sample_agree)),
            new(Witness.Python, typeof(KeyAgreementTests), nameof(KeyAgreementTests.Python_cryptography_derives_the_same_key)),
        ],
        ["Tr31KeyBlock.Wrap"] =
        [
            new("openemv, psec, paysec", typeof(SharedBlockTests), nameof(SharedBlockTests.Wrapping_with_the_published_padding_gives_the_published_block)),
            new("X9.143, ISO 20038", typeof(PublishedBlockTests), nameof(PublishedBlockTests.The_published_key_and_padding_give_the_published_block)),
        ],
        ["Tr31KeyBlock.Unwrap"] =
            [Blocks, new("X9.143, ISO 20038", typeof(PublishedBlockTests), nameof(PublishedBlockTests.A_published_block_gives_the_published_key))],
        ["Tr31UnwrappedKey.Rewrap"] =
            [Blocks, new("X9.143, ISO 20038", typeof(PublishedBlockTests), nameof(PublishedBlockTests.The_published_key_and_padding_give_the_published_block))],
        ["Tr34KeyBlock.Create"] =
        [
            new(Witness.OpenSsl, typeof(Tr34OpenSslTests), nameof(Tr34OpenSslTests.Openssl_decrypts_a_strict_token_and_finds_the_key)),
            new(Witness.BouncyCastle, typeof(AsymmetricReferenceTests), nameof(AsymmetricReferenceTests.BouncyCastle_verifies_our_tokens)),
        ],
        ["Tr34KeyBlock.Open"] =
        [
            new(Witness.OpenSsl, typeof(Tr34GeneratedVectorTests), nameof(Tr34GeneratedVectorTests.Token_opens_and_gives_its_key)),
            new("AWS", typeof(Tr34PublicSampleTests),
                nameof(Tr34PublicSampleTests.The_import_block_of_the_aws_cli_documentation_verifies_with_its_certificate)),
        ],
        ["Tr34KeyBlock.VerifySignature"] =
        [
            new(Witness.OpenSsl, typeof(Tr34GeneratedVectorTests), nameof(Tr34GeneratedVectorTests.Token_opens_and_gives_its_key)),
            new("AWS", typeof(Tr34PublicSampleTests),
                nameof(Tr34PublicSampleTests.The_import_block_of_the_aws_cli_documentation_verifies_with_its_certificate)),
        ],
    };
}
