using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Puts a PIN into a PIN block, as a terminal does.</summary>
/// <remarks>
/// <para>
/// Makes a PIN block of ISO 9564-1 format 0, 1, 2, 3 or 4 under a PIN encryption key, under a DUKPT key of a base derivation key, or in the
/// clear. It needs no provider and no store; its keys and PINs are for test.
/// </para>
/// <para>With -ShowSteps it returns each step of the way in place of the block.</para>
/// </remarks>
/// <seealso cref="ConvertFromPcPinBlockCommand"/>
/// <seealso cref="GetPcDukptKeyCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsData.ConvertTo, "PcPinBlock")]
[OutputType(typeof(CalculatedPinBlock), typeof(CalculationStep))]
public sealed class ConvertToPcPinBlockCommand : PcPinKeyCmdlet
{
    /// <summary>The PIN: a SecureString of 4 to 12 decimal digits; with <c>-AsPlainText</c> also the digits. Asked for when it is not given.</summary>
    [Parameter(Position = 1)]
    [AllowNull]
    [AllowEmptyString]
    public object? Pin { get; set; }

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        int format = FormatNumber;
        string? number = TakeCardNumber(format);
        using Lease<KeyMaterial>? key = TakePinKey(format, log);
        SecureString pin = TakePin(nameof(Pin), Pin);
        string block = Compute(calculators => calculators.Pins.ToBlock(key?.Value, format, pin, number, log));
        return
        [
            new CalculatedPinBlock
            {
                PinBlock = block,
                PinBlockFormat = PinBlockFormats.Name(format),
                KeyAlgorithm = key?.Value.Algorithm,
                KeyCheckValue = key is null ? null : CheckValueOf(key.Value)?.Value,
                KeySerialNumber = IsGiven(nameof(KeySerialNumber))
                    ? Convert.ToHexString(DukptInput.SerialNumber(nameof(KeySerialNumber), KeySerialNumber))
                    : null,
                PrimaryAccountNumber = number,
            },
        ];
    }
}
