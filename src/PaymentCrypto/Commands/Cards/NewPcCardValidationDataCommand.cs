using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;

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
public sealed class NewPcCardValidationDataCommand : PcExplainingCmdlet
{
    private readonly KeyParameter _key;

    /// <summary>Creates the cmdlet.</summary>
    public NewPcCardValidationDataCommand() => _key = new KeyParameter(this, nameof(Key));

    /// <summary>The key: C0 for CVV, CVV2, iCVV and security codes, E4 for a CVC3, E6 for a dCVV or CAVV. An id, ARN, alias or object of Get-PcKey.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("KeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The card number (PAN), 12 to 19 digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowEmptyString]
    public string PrimaryAccountNumber { get; set; } = string.Empty;

    /// <summary>The CVV or CVC of the magnetic stripe.</summary>
    [Parameter(ParameterSetName = nameof(Cvv), Mandatory = true)]
    public SwitchParameter Cvv { get; set; }

    /// <summary>The CVV2 or CVC2 that is printed on the card.</summary>
    [Parameter(ParameterSetName = nameof(Cvv2), Mandatory = true)]
    public SwitchParameter Cvv2 { get; set; }

    /// <summary>The iCVV of the chip: a CVV with the service code 999.</summary>
    [Parameter(ParameterSetName = nameof(Icvv), Mandatory = true)]
    public SwitchParameter Icvv { get; set; }

    /// <summary>The dynamic CVV of a contactless card (Visa).</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true)]
    public SwitchParameter Dcvv { get; set; }

    /// <summary>The dynamic CVC3 of a contactless card (Mastercard).</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true)]
    public SwitchParameter Cvc3 { get; set; }

    /// <summary>The cardholder authentication value (CAVV).</summary>
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true)]
    public SwitchParameter Cavv { get; set; }

    /// <summary>The card security code of American Express, version 1: its value has 3, 4 or 5 digits by <c>-Length</c>.</summary>
    [Parameter(ParameterSetName = nameof(AmexCsc1), Mandatory = true)]
    public SwitchParameter AmexCsc1 { get; set; }

    /// <summary>The card security code of American Express, version 2.</summary>
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true)]
    public SwitchParameter AmexCsc2 { get; set; }

    /// <summary>The expiry date, 4 digits, as the issuer lays it out: MMYY or YYMM.</summary>
    [Parameter(ParameterSetName = nameof(Cvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvv2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Icvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc1), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ExpiryDate", "Expiry")]
    [AllowEmptyString]
    public string CardExpiryDate { get; set; } = string.Empty;

    /// <summary>The service code, 3 digits.</summary>
    [Parameter(ParameterSetName = nameof(Cvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string ServiceCode { get; set; } = string.Empty;

    /// <summary>The PAN sequence number (PSN), 2 digits.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Psn")]
    [AllowEmptyString]
    public string PanSequenceNumber { get; set; } = string.Empty;

    /// <summary>The application transaction counter (ATC), 2 or 4 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowEmptyString]
    public string ApplicationTransactionCounter { get; set; } = string.Empty;

    /// <summary>The unpredictable number (UN) of the terminal, up to 8 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Un")]
    [AllowEmptyString]
    public string UnpredictableNumber { get; set; } = string.Empty;

    /// <summary>The static track data, hex.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string TrackData { get; set; } = string.Empty;

    /// <summary>How many digits the value has, 3 to 5; the service makes 3 unless given. For American Express 3, 4 or 5.</summary>
    [Parameter]
    [Alias("ValidationDataLength")]
    public int? Length { get; set; }

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    private protected override void Operate()
    {
        KeyUse key = Use(_key, Key);
        CardInput card = new()
        {
            CardExpiryDate = CardExpiryDate,
            ServiceCode = ServiceCode,
            PanSequenceNumber = PanSequenceNumber,
            ApplicationTransactionCounter = ApplicationTransactionCounter,
            UnpredictableNumber = UnpredictableNumber,
            TrackData = TrackData,
        };
        var request = new GenerateCardValidationDataRequest
        {
            KeyIdentifier = key.Identifier,
            PrimaryAccountNumber = Field.Pan(PrimaryAccountNumber),
            GenerationAttributes = Attributes(card),
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
