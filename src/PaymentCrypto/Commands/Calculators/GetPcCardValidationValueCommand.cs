using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Computes a card validation value: CVV, CVV2, iCVV, dCVV, CVC3, CAVV, or the security codes of American Express.</summary>
/// <remarks>
/// <para>
/// CVV, CVV2 and iCVV differ in the service code alone: the card's own, 000 and 999. dCVV and CVC3 are computed by the chip, under a key that
/// is derived from the issuer's master key by the card number. The three codes of American Express have 5, 4 and 3 digits, and none is a part
/// of another.
/// </para>
/// <para>It needs no provider and no store; its keys are for test. CVC of Mastercard is CVV.</para>
/// </remarks>
/// <seealso cref="GetPcEmvKeyCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcCardValidationValue", DefaultParameterSetName = nameof(Cvv))]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcCardValidationValueCommand : PcCalculatorCmdlet
{
    private const string ServiceCodeOfCvv2 = "000";
    private const string ServiceCodeOfChip = "999";

    /// <summary>The card number (PAN) with its check digit: 12 to 19 digits; 15 for American Express.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowNull]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>CVV or CVC of the magnetic stripe.</summary>
    [Parameter(ParameterSetName = nameof(Cvv))]
    [Alias("Cvc")]
    public SwitchParameter Cvv { get; set; }

    /// <summary>CVV2 or CVC2, printed on the card.</summary>
    [Parameter(ParameterSetName = nameof(Cvv2), Mandatory = true)]
    [Alias("Cvc2")]
    public SwitchParameter Cvv2 { get; set; }

    /// <summary>iCVV, in the chip.</summary>
    [Parameter(ParameterSetName = nameof(Icvv), Mandatory = true)]
    public SwitchParameter Icvv { get; set; }

    /// <summary>dCVV of Visa: the key is the issuer's master key for it.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true)]
    public SwitchParameter Dcvv { get; set; }

    /// <summary>CVC3 of Mastercard: the key is the issuer's master key for it.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true)]
    public SwitchParameter Cvc3 { get; set; }

    /// <summary>The digits of a cardholder authentication verification value (CAVV) of Visa.</summary>
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true)]
    public SwitchParameter Cavv { get; set; }

    /// <summary>The card security code of American Express, version 1.</summary>
    [Parameter(ParameterSetName = nameof(AmexCsc1), Mandatory = true)]
    public SwitchParameter AmexCsc1 { get; set; }

    /// <summary>The card security code of American Express, version 2.</summary>
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true)]
    public SwitchParameter AmexCsc2 { get; set; }

    /// <summary>The expiry date: 4 digits in the order that the issuer uses, YYMM for most.</summary>
    [Parameter(ParameterSetName = nameof(Cvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvv2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Icvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc1), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ExpiryDate", "Expiry")]
    [AllowNull]
    [AllowEmptyString]
    public string? CardExpiryDate { get; set; }

    /// <summary>The service code of the card: 3 digits.</summary>
    [Parameter(ParameterSetName = nameof(Cvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ServiceCode { get; set; }

    /// <summary>The sequence number (PSN) of the card: 2 digits.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvc3), ValueFromPipelineByPropertyName = true)]
    [Alias("Psn")]
    [AllowNull]
    [AllowEmptyString]
    public string? PanSequenceNumber { get; set; } = "00";

    /// <summary>The application transaction counter (ATC): 2 bytes as 4 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowNull]
    [AllowEmptyString]
    public string? ApplicationTransactionCounter { get; set; }

    /// <summary>
    /// The unpredictable number of the terminal: 4 bytes as 8 hex digits; for a CAVV the 4 decimal digits of the authentication tracking number.
    /// </summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? UnpredictableNumber { get; set; }

    /// <summary>The static part of the track, with zeros where the dynamic digits stand: hex digits or a byte array.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? TrackData { get; set; }

    /// <summary>The authentication result code and the second factor code of a CAVV: 3 digits.</summary>
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? AuthenticationResult { get; set; }

    /// <summary>The key is that of the card, and not the issuer's master key.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv))]
    [Parameter(ParameterSetName = nameof(Cvc3))]
    public SwitchParameter FromCardKey { get; set; }

    /// <summary>How many digits: 3 to 5. For American Express each length is a code of its own.</summary>
    [Parameter]
    [Alias("Length")]
    [ValidateRange(3, 5)]
    public int ValidationDataLength { get; set; } = 3;

    private protected override string? CardNumber => PrimaryAccountNumber;

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        bool isAmex = ParameterSetName is nameof(AmexCsc1) or nameof(AmexCsc2);
        string number = Field.Pan(PrimaryAccountNumber);
        if (isAmex && number.Length != 15)
        {
            throw CalculatorInput.Invalid(nameof(PrimaryAccountNumber), "15 decimal digits for American Express", $"has {number.Length}");
        }

        Func<KeyMaterial, string> compute = ParameterSetName switch
        {
            nameof(Dcvv) => Dynamic(number, log),
            nameof(Cvc3) => Code(number, log),
            nameof(Cavv) => Authentication(number, log),
            _ => Static(number, log),
        };
        using Lease<KeyMaterial> key = TakeKey(isAmex
            ? "card security code key"
            : ParameterSetName is nameof(Dcvv) or nameof(Cvc3)
            ? FromCardKey
            ? "card key"
            : "issuer master key"
            : "card verification key", "TDES");
        return
        [
            new CalculatedValue
            {
                Kind = ParameterSetName switch
                {
                    nameof(Icvv) => "iCVV",
                    nameof(Dcvv) => "dCVV",
                    nameof(AmexCsc1) => "CSC1",
                    nameof(AmexCsc2) => "CSC2",
                    var set => set.ToUpperInvariant(),
                },
                Value = compute(key.Value),
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
                PrimaryAccountNumber = number,
            },
        ];
    }

    private Func<KeyMaterial, string> Static(string number, StepLog? log)
    {
        CardFace card = new(number, Expiry(), ParameterSetName switch
        {
            nameof(Cvv2) => ServiceCodeOfCvv2,
            nameof(Icvv) => ServiceCodeOfChip,
            nameof(AmexCsc1) => null,
            _ => Service(),
        });
        return ParameterSetName is nameof(AmexCsc1) or nameof(AmexCsc2)
            ? key => Compute(calculators => calculators.Cards.AmexSecurityCode(key, card, ValidationDataLength, log))
            : key => Compute(calculators => calculators.Cards.VerificationValue(key, card, ValidationDataLength, log));
    }

    private Func<KeyMaterial, string> Dynamic(string number, StepLog? log)
    {
        CardFace card = new(number, Expiry(), Service());
        string sequence = Sequence();
        byte[] counter = Counter();
        return key =>
        {
            using Lease<KeyMaterial> cardKey = CardKey(key, number, sequence, log);
            return Compute(calculators => calculators.Cards.DynamicVerificationValue(cardKey.Value, card, counter, ValidationDataLength, log));
        };
    }

    private Func<KeyMaterial, string> Code(string number, StepLog? log)
    {
        string sequence = Sequence();
        byte[] counter = Counter();
        byte[] unpredictable = CalculatorInput.Bytes(nameof(UnpredictableNumber), UnpredictableNumber, 4, 4);
        byte[] track = CalculatorInput.Bytes(nameof(TrackData), TrackData, 1, 80);
        return key =>
        {
            using Lease<KeyMaterial> cardKey = CardKey(key, number, sequence, log);
            return Compute(calculators => calculators.Cards.DynamicVerificationCode(cardKey.Value, track, unpredictable, counter, ValidationDataLength, log));
        };
    }

    private Lease<KeyMaterial> CardKey(KeyMaterial key, string number, string sequence, StepLog? log) => FromCardKey
        ? new Lease<KeyMaterial>(key, isOwn: false)
        : new Lease<KeyMaterial>(Compute(calculators => calculators.Emv.CardKey(key, MajorKeyDerivationMode.EmvOptionA, number, sequence, log)), isOwn: true);

    private Func<KeyMaterial, string> Authentication(string number, StepLog? log)
    {
        string tracking = Field.Digits(nameof(UnpredictableNumber), UnpredictableNumber, 4, 4, "the part of an authentication tracking number");
        string results = Field.Digits(nameof(AuthenticationResult), AuthenticationResult, 3, 3, "authentication result and second factor code");
        return key => Compute(calculators => calculators.Cards.AuthenticationValue(key, number, tracking, results, ValidationDataLength, log));
    }

    private string Expiry() => Field.Digits(nameof(CardExpiryDate), CardExpiryDate, 4, 4, "an expiry date");

    private string Service() => Field.Digits(nameof(ServiceCode), ServiceCode, 3, 3, "a service code");

    private string Sequence() => Field.PanSequenceNumber(PanSequenceNumber ?? string.Empty);

    private byte[] Counter() => CalculatorInput.Bytes(nameof(ApplicationTransactionCounter), ApplicationTransactionCounter, 2, 2);
}
