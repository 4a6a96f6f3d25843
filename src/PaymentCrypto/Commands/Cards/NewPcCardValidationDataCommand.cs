using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Cards;

/// <summary>Makes the validation value of a card: CVV, CVV2, iCVV, dynamic values and security codes.</summary>
/// <remarks>
/// <para>
/// One value for each card that comes through the pipeline: a file with columns such as PrimaryAccountNumber and CardExpiryDate
/// (Import-Csv) becomes a list of values. A switch says which value is wanted, and so what it is made from.
/// </para>
/// <para>The layout of the expiry date, MMYY or YYMM, is the issuer's: both are 4 digits, and the wrong one gives a wrong value without an error.</para>
/// </remarks>
/// <seealso cref="TestPcCardValidationDataCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsCommon.New, "PcCardValidationData", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = nameof(Cvv2))]
[OutputType(typeof(CardValidationData), typeof(CalculationStep))]
public sealed class NewPcCardValidationDataCommand : PcCardValidationDataCmdlet
{
    /// <summary>How many digits the value has, 3 to 5; the service makes 3 unless given. For American Express 3, 4 or 5.</summary>
    [Parameter]
    [Alias("ValidationDataLength")]
    public int? Length { get; set; }

    private protected override void Operate()
    {
        KeyUse key = UseKey();
        var request = new GenerateCardValidationDataRequest
        {
            KeyIdentifier = key.Identifier,
            PrimaryAccountNumber = Field.Pan(PrimaryAccountNumber),
            GenerationAttributes = Attributes(Card()),
            ValidationDataLength = Length is null or (>= 3 and <= 5)
                ? Length
                : throw Field.Invalid(nameof(Length), $"-{nameof(Length)} is {Length}; card validation data has 3 to 5 digits."),
        };
        if (!ShouldProcess(key.ToString(), "Make card validation data"))
        {
            return;
        }

        GenerateCardValidationDataResponse response = Ask(request);
        Answer(
            new CardValidationData
            {
                PrimaryAccountNumber = request.PrimaryAccountNumber,
                Kind = ParameterSetName,
                ValidationData = response.ValidationData,
                CardExpiryDate = CardInput.Used(CardExpiryDate),
                ServiceCode = ParameterSetName == nameof(Icvv) ? CardInput.ChipServiceCode : CardInput.Used(ServiceCode),
                PanSequenceNumber = CardInput.Used(PanSequenceNumber),
                ApplicationTransactionCounter = CardInput.Used(ApplicationTransactionCounter),
                UnpredictableNumber = CardInput.Used(UnpredictableNumber),
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("validation data", response.ValidationData));
    }

    private CardGenerationAttributes Attributes(CardInput card) => ParameterSetName switch
    {
        nameof(Cvv) => new() { CardVerificationValue1 = card.Cvv },
        nameof(Icvv) => new() { CardVerificationValue1 = card.Icvv },
        nameof(Dcvv) => new() { DynamicCardVerificationValue = card.Dcvv },
        nameof(Cvc3) => new() { DynamicCardVerificationCode = card.Cvc3 },
        nameof(Cavv) => new() { CardHolderVerificationValue = card.Cavv },
        nameof(AmexCsc1) => new() { AmexCardSecurityCodeVersion1 = card.AmexCsc1 },
        nameof(AmexCsc2) => new() { AmexCardSecurityCodeVersion2 = card.AmexCsc2 },
        _ => new() { CardVerificationValue2 = card.Cvv2 },
    };
}
