using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;
using Cvc3 = PaymentCrypto.Cryptography.Cards.DynamicCardVerificationCode;
using Cvv = PaymentCrypto.Cryptography.Cards.CardVerificationValue;
using Dcvv = PaymentCrypto.Cryptography.Cards.DynamicCardVerificationValue;

namespace PaymentCrypto.Local.Operations.Cards;

/// <summary>Card validation data of every kind: the keys that it takes, and its digits.</summary>
internal static class CardValidationData
{
    // CVV2 is CVV with this in place of the service code.
    private const string ServiceCodeOfCvv2 = "000";
    private const int PanLengthOfAmex = 15;

    /// <summary>The keys that the data are computed under.</summary>
    /// <param name="kind">What to compute.</param>
    /// <param name="isVerification">Whether it is to be verified.</param>
    public static KeyRule Rule(CardVerificationAttributes kind, bool isVerification) => kind switch
    {
        { DynamicCardVerificationCode: not null } => KeyRules.DynamicCardVerificationCode,
        { DynamicCardVerificationValue: not null } => KeyRules.DynamicCardVerificationValue,
        { CardHolderVerificationValue: not null } => KeyRules.CardHolderVerificationValue,
        { DiscoverDynamicCardVerificationCode: not null } => KeyRules.DiscoverDynamicCardVerificationCode,
        _ => isVerification ? KeyRules.CardValueVerify : KeyRules.CardValueGenerate,
    };

    /// <summary>Computes the digits.</summary>
    /// <param name="key">A key that <see cref="Rule"/> takes.</param>
    /// <param name="pan">12 to 19 digits.</param>
    /// <param name="kind">What to compute.</param>
    /// <param name="digits">Receives 3 to 5 digits; the caller clears them.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="ValidationException">A member does not fit.</exception>
    /// <exception cref="ValidationException">How the data come about is not public.</exception>
    public static void Compute(OpenedKey key, string pan, CardVerificationAttributes kind, Span<char> digits, CalculationSteps? steps)
    {
        switch (kind)
        {
            case { AmexCardSecurityCodeVersion1: { } version1 }:
                RequireAmexPan(pan);
                AmexCardSecurityCode.GenerateVersion1(key.Material, pan, version1.CardExpiryDate, digits, steps);
                break;
            case { AmexCardSecurityCodeVersion2: { } version2 }:
                RequireAmexPan(pan);
                AmexCardSecurityCode.GenerateVersion2(key.Material, pan, version2.CardExpiryDate, version2.ServiceCode, digits, steps);
                break;
            case { CardVerificationValue1: { } cvv }:
                Cvv.Generate(key.Material, pan, cvv.CardExpiryDate, cvv.ServiceCode, digits, steps);
                break;
            case { CardVerificationValue2: { } cvv2 }:
                Cvv.Generate(key.Material, pan, cvv2.CardExpiryDate, ServiceCodeOfCvv2, digits, steps);
                break;
            case { DynamicCardVerificationValue: { } dcvv }:
                using (SecretBuffer card = CardKeys.Derive(key, MajorKeyDerivationMode.EmvOptionA, pan, dcvv.PanSequenceNumber!, steps))
                {
                    byte[] counter = HexMember.Number(dcvv.ApplicationTransactionCounter!, 2);
                    Dcvv.Generate(card.Span, pan, dcvv.CardExpiryDate, dcvv.ServiceCode, counter, digits, steps);
                }

                break;
            case { DynamicCardVerificationCode: { } cvc3 }:
                using (SecretBuffer card = CardKeys.Derive(key, MajorKeyDerivationMode.EmvOptionA, pan, cvc3.PanSequenceNumber!, steps))
                {
                    Cvc3.Generate(
                        card.Span,
                        HexMember.Bytes(nameof(cvc3.TrackData), cvc3.TrackData!),
                        HexMember.Number(cvc3.UnpredictableNumber!, 4),
                        HexMember.Number(cvc3.ApplicationTransactionCounter!, 2),
                        digits,
                        steps);
                }

                break;
            case { CardHolderVerificationValue: not null }:
                throw NoPublicFormula(nameof(kind.CardHolderVerificationValue));
            default:
                throw NoPublicFormula(nameof(kind.DiscoverDynamicCardVerificationCode));
        }
    }

    private static void RequireAmexPan(string pan)
    {
        if (pan.Length != PanLengthOfAmex)
        {
            throw new ValidationException($"PrimaryAccountNumber of an American Express card has {PanLengthOfAmex} digits, but this one has {pan.Length}.");
        }
    }

    // A value that is made up would be worse than none: it would pass here and fail in production.
    private static ValidationException NoPublicFormula(string member) =>
        new($"The local engine does not compute {member}, of which no formula is public: use the Aws provider for it.");
}
