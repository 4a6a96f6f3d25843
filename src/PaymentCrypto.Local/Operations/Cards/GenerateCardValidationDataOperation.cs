using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Cards;

/// <summary>Generates CVV, CVV2, iCVV, dCVV, CVC3 or CSC.</summary>
internal sealed class GenerateCardValidationDataOperation(DataRates rates, DataKeys keys)
    : DataOperation<GenerateCardValidationDataRequest, GenerateCardValidationDataResponse>(rates)
{
    private const int DefaultLength = 3;

    /// <inheritdoc/>
    protected override GenerateCardValidationDataResponse Answer(GenerateCardValidationDataRequest request, OperationContext context)
    {
        CardVerificationAttributes kind = Kind(request.GenerationAttributes!);
        using OpenedKey key = keys.Lend(context, nameof(request.KeyIdentifier), request.KeyIdentifier!, CardValidationData.Rule(kind, isVerification: false));
        Span<char> digits = stackalloc char[request.ValidationDataLength ?? DefaultLength];
        CardValidationData.Compute(key, request.PrimaryAccountNumber!, kind, digits, context.Steps);
        GenerateCardValidationDataResponse response = new() { KeyArn = key.Arn, KeyCheckValue = key.CheckValue, ValidationData = digits.ToString() };
        digits.Clear();
        return response;
    }

    // The same data in the union of the other operation, which has one member more.
    private static CardVerificationAttributes Kind(CardGenerationAttributes attributes) => new()
    {
        AmexCardSecurityCodeVersion1 = attributes.AmexCardSecurityCodeVersion1,
        AmexCardSecurityCodeVersion2 = attributes.AmexCardSecurityCodeVersion2,
        CardVerificationValue1 = attributes.CardVerificationValue1,
        CardVerificationValue2 = attributes.CardVerificationValue2,
        CardHolderVerificationValue = attributes.CardHolderVerificationValue,
        DynamicCardVerificationCode = attributes.DynamicCardVerificationCode,
        DynamicCardVerificationValue = attributes.DynamicCardVerificationValue,
    };
}
