using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Computes the PIN verification value (PVV) of a PIN, as Visa has it.</summary>
/// <remarks>
/// <para>An issuer keeps the PVV in place of the PIN, and verifies a PIN by computing it again. Only the first four digits of a PIN count.</para>
/// <para>It needs no provider and no store; its keys and PINs are for test.</para>
/// </remarks>
/// <seealso cref="GetPcPinOffsetCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcPinVerificationValue")]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcPinVerificationValueCommand : PcCalculatorCmdlet
{
    /// <summary>The card number (PAN) with its check digit: 12 to 19 digits.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowNull]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The PIN: a SecureString of 4 to 12 decimal digits; with <c>-AsPlainText</c> also the digits. Asked for when it is not given.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public object? Pin { get; set; }

    /// <summary>The PIN verification key index (PVKI) of the card.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KeyIndex")]
    [ValidateRange(0, 9)]
    public int PinVerificationKeyIndex { get; set; } = 1;

    private protected override string? CardNumber => PrimaryAccountNumber;

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        string number = Field.Pan(PrimaryAccountNumber);
        using Lease<KeyMaterial> key = TakeKey("PIN verification key", "TDES");
        SecureString pin = TakePin(nameof(Pin), Pin);
        return
        [
            new CalculatedValue
            {
                Kind = "PVV",
                Value = Compute(calculators => calculators.Pins.VerificationValue(key.Value, number, PinVerificationKeyIndex, pin, log)),
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
                PrimaryAccountNumber = number,
            },
        ];
    }
}
