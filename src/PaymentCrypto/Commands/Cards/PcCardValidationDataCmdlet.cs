using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Cards;

/// <summary>What a validation value is made of: key, card number, kind, and what of the card that kind takes.</summary>
public abstract class PcCardValidationDataCmdlet : PcExplainingCmdlet
{
    private readonly KeyParameter _key;

    private protected PcCardValidationDataCmdlet() => _key = new KeyParameter(this, nameof(Key));

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
    public virtual string CardExpiryDate { get; set; } = string.Empty;

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
    public virtual string ApplicationTransactionCounter { get; set; } = string.Empty;

    /// <summary>The unpredictable number (UN) of the terminal, up to 8 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Un")]
    [AllowEmptyString]
    public virtual string UnpredictableNumber { get; set; } = string.Empty;

    /// <summary>The static track data, hex.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string TrackData { get; set; } = string.Empty;

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["CardHolderVerificationValue"] = nameof(Cavv),
        ["DiscoverDynamicCardVerificationCode"] = "DiscoverDcvv",
    };

    /// <summary>Reads the key.</summary>
    private protected KeyUse UseKey() => Use(_key, Key);

    /// <summary>What was given of the card.</summary>
    private protected CardInput Card() => new()
    {
        CardExpiryDate = CardExpiryDate,
        ServiceCode = ServiceCode,
        PanSequenceNumber = PanSequenceNumber,
        ApplicationTransactionCounter = ApplicationTransactionCounter,
        UnpredictableNumber = UnpredictableNumber,
        TrackData = TrackData,
    };
}
