using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Computes the offset of a PIN by IBM 3624.</summary>
/// <remarks>
/// <para>
/// The natural PIN comes from the card's data and a key; the offset, added digit by digit without carry, makes it the PIN that the cardholder
/// has chosen. A PIN whose offset is 0000 is the natural PIN.
/// </para>
/// <para>It needs no provider and no store; its keys and PINs are for test.</para>
/// </remarks>
/// <seealso cref="GetPcPinVerificationValueCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcPinOffset")]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcPinOffsetCommand : PcCalculatorCmdlet
{
    /// <summary>The PIN validation data: 1 to 16 digits, mostly of the card number.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ValidationData")]
    [AllowNull]
    [AllowEmptyString]
    public string? PinValidationData { get; set; }

    /// <summary>The PIN: a SecureString of 4 to 12 decimal digits; with <c>-AsPlainText</c> also the digits. Asked for when it is not given.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public object? Pin { get; set; }

    /// <summary>The digits that stand for the hex digits 0 to F: 16 digits.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? DecimalizationTable { get; set; } = "0123456789012345";

    /// <summary>The hex digit by which shorter validation data become 16 digits, from the right.</summary>
    [Parameter]
    [Alias("PadCharacter")]
    [AllowNull]
    [AllowEmptyString]
    public string? PinValidationDataPadCharacter { get; set; } = "F";

    /// <summary>How many digits the offset has: 4 to as many as the PIN, for its rightmost digits. As many as the PIN unless given.</summary>
    [Parameter]
    [ValidateRange(4, 12)]
    public int? OffsetLength { get; set; }

    private protected override string? CardNumber => PinValidationData;

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        string data = Field.Digits(nameof(PinValidationData), PinValidationData, 1, 16, "PIN validation data");
        string table = Field.Digits(nameof(DecimalizationTable), DecimalizationTable, 16, 16, "a decimalization table");
        char pad = PinValidationDataPadCharacter is [var one] && char.IsAsciiHexDigit(one)
            ? one
            : throw CalculatorInput.Invalid(nameof(PinValidationDataPadCharacter), "one hex digit",
                string.IsNullOrEmpty(PinValidationDataPadCharacter) ? "is empty" : "is something else");
        using Lease<KeyMaterial> key = TakeKey("PIN verification key", "TDES");
        SecureString pin = TakePin(nameof(Pin), Pin);
        if (OffsetLength > pin.Length)
        {
            throw new ParameterException(ParameterFailure.Invalid, nameof(OffsetLength),
                $"-OffsetLength must be 4 to as many digits as the PIN has, but it is {OffsetLength} and the PIN is shorter.");
        }

        return
        [
            new CalculatedValue
            {
                Kind = "Offset",
                Value = Compute(calculators => calculators.Pins.Offset(key.Value, new Ibm3624Terms(table, data, pad), pin, OffsetLength, log)),
                Method = "IBM3624",
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
            },
        ];
    }
}
