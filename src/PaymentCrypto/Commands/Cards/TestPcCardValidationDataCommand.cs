using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Cards;

/// <summary>Verifies the validation value of a card: CVV, CVV2, iCVV, dynamic values and security codes.</summary>
/// <remarks>
/// <para>True when the value is right, false when it is another. An error for everything else. A switch says which value it is.</para>
/// <para>
/// The value of a list of New-PcCardValidationData, or a column ValidationData of a file, comes in by its name. A wrong layout of the expiry
/// date, MMYY for YYMM, is the usual reason for a false.
/// </para>
/// </remarks>
/// <seealso cref="NewPcCardValidationDataCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsDiagnostic.Test, "PcCardValidationData", DefaultParameterSetName = nameof(Cvv2))]
[OutputType(typeof(bool), typeof(VerificationResult), typeof(CalculationStep))]
public sealed class TestPcCardValidationDataCommand : PcCardValidationDataCmdlet
{
    /// <summary>The value to verify, 3 to 5 digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Value")]
    [AllowEmptyString]
    public string ValidationData { get; set; } = string.Empty;

    /// <summary>The dynamic code of a contactless card of Discover.</summary>
    [Parameter(ParameterSetName = nameof(DiscoverDcvv), Mandatory = true)]
    public SwitchParameter DiscoverDcvv { get; set; }

    /// <summary>The expiry date, 4 digits, as the issuer lays it out: MMYY or YYMM.</summary>
    [Parameter(ParameterSetName = nameof(Cvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvv2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Icvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc1), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(AmexCsc2), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(DiscoverDcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ExpiryDate", "Expiry")]
    [AllowEmptyString]
    public override string CardExpiryDate { get; set; } = string.Empty;

    /// <summary>The application transaction counter (ATC), 2 or 4 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Dcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(DiscoverDcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowEmptyString]
    public override string ApplicationTransactionCounter { get; set; } = string.Empty;

    /// <summary>The unpredictable number (UN) of the terminal, up to 8 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Cvc3), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Cavv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(DiscoverDcvv), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Un")]
    [AllowEmptyString]
    public override string UnpredictableNumber { get; set; } = string.Empty;

    /// <summary>Return an object with the result, the reason and the keys, in place of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override void Operate()
    {
        KeyUse key = UseKey();
        var request = new VerifyCardValidationDataRequest
        {
            KeyIdentifier = key.Identifier,
            PrimaryAccountNumber = Field.Pan(PrimaryAccountNumber),
            VerificationAttributes = Attributes(Card()),
            ValidationData = Field.Digits(nameof(ValidationData), ValidationData, 3, 5, "card validation data"),
        };
        Verify(request, Detailed, static (result, response) =>
        {
            result.KeyArn = response.KeyArn;
            result.KeyCheckValue = response.KeyCheckValue;
        });
    }

    private CardVerificationAttributes Attributes(CardInput card) => ParameterSetName switch
    {
        nameof(Cvv) => new() { CardVerificationValue1 = card.Cvv },
        nameof(Icvv) => new() { CardVerificationValue1 = card.Icvv },
        nameof(Dcvv) => new() { DynamicCardVerificationValue = card.Dcvv },
        nameof(Cvc3) => new() { DynamicCardVerificationCode = card.Cvc3 },
        nameof(Cavv) => new() { CardHolderVerificationValue = card.Cavv },
        nameof(AmexCsc1) => new() { AmexCardSecurityCodeVersion1 = card.AmexCsc1 },
        nameof(AmexCsc2) => new() { AmexCardSecurityCodeVersion2 = card.AmexCsc2 },
        nameof(DiscoverDcvv) => new() { DiscoverDynamicCardVerificationCode = card.DiscoverDcvv },
        _ => new() { CardVerificationValue2 = card.Cvv2 },
    };
}
