using System.Management.Automation;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Takes the PIN out of a PIN block, as an issuer's HSM does.</summary>
/// <remarks>
/// <para>
/// Opens a PIN block of ISO 9564-1 format 0, 1, 2, 3 or 4 that is under a PIN encryption key, under a DUKPT key of a base derivation key, or
/// in the clear. It needs no provider and no store; its keys and PINs are for test.
/// </para>
/// <para>
/// A block that does not open has one error for every cause. -ShowSteps with -AsPlainText shows the field that came out, and so the cause: a
/// field that looks like chance is under another key, one with good digits and a wrong fill has another PAN.
/// </para>
/// </remarks>
/// <seealso cref="ConvertToPcPinBlockCommand"/>
/// <seealso cref="GetPcDukptKeyCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsData.ConvertFrom, "PcPinBlock")]
[OutputType(typeof(CalculatedPin), typeof(CalculationStep))]
public sealed class ConvertFromPcPinBlockCommand : PcPinKeyCmdlet
{
    /// <summary>The block: hex digits or a byte array, 8 bytes; 16 for format 4.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("EncryptedPinBlock")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? PinBlock { get; set; }

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        int format = FormatNumber;
        int length = format == 4 ? 16 : 8;
        byte[] block = CalculatorInput.Bytes(nameof(PinBlock), PinBlock, length, length);
        string? number = TakeCardNumber(format);
        using Lease<KeyMaterial>? key = TakePinKey(format, log);
        return
        [
            new CalculatedPin(Compute(calculators => calculators.Pins.FromBlock(key?.Value, format, block, number, log)), AsPlainText)
            {
                PinBlockFormat = PinBlockFormats.Name(format),
                KeyAlgorithm = key?.Value.Algorithm,
                KeyCheckValue = key is null ? null : CheckValueOf(key.Value)?.Value,
            },
        ];
    }
}
