using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Derives the keys of a DUKPT device: the initial key, and every key of one transaction.</summary>
/// <remarks>
/// <para>
/// From a base derivation key (BDK) and a key serial number (KSN) it derives the initial key that is injected into the device, the key of the
/// transaction and every working key of it: TDES by X9.24-1:2009, AES by X9.24-3:2017. Each key tells the serial number of the next
/// transaction too.
/// </para>
/// <para>A key goes into -Key of the other calculators, or of New-PcTr31KeyBlock. It is shown as hex with -AsPlainText alone.</para>
/// </remarks>
/// <seealso cref="ConvertToPcPinBlockCommand"/>
/// <seealso cref="GetPcMacCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcDukptKey")]
[OutputType(typeof(DukptKey), typeof(CalculationStep))]
public sealed class GetPcDukptKeyCommand : PcCalculatorCmdlet
{
    /// <summary>The key serial number (KSN): 20 hex digits (or 16, taken with FFFF before them) for a TDES key, 24 for an AES key.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Ksn")]
    [AllowNull]
    [AllowEmptyString]
    public string? KeySerialNumber { get; set; }

    /// <summary>For what the keys are; all there are, unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public DukptUsage[]? Usage { get; set; }

    /// <summary>The algorithm of the working keys, where it is another than that of the base derivation key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? DukptDerivationType { get; set; }

    /// <summary>The key is the initial key of the device, and not the base derivation key.</summary>
    [Parameter]
    [Alias("Ipek")]
    public SwitchParameter FromInitialKey { get; set; }

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        byte[] serial = DukptInput.SerialNumber(nameof(KeySerialNumber), KeySerialNumber);
        string? type = IsGiven(nameof(DukptDerivationType)) ? DukptInput.DerivationType(nameof(DukptDerivationType), DukptDerivationType) : null;
        using Lease<KeyMaterial> key = TakeKey(FromInitialKey ? "initial key" : "base derivation key", DukptInput.FamilyOf(serial));
        IReadOnlyList<DukptUsage> usages = Usage ?? Compute(calculators => calculators.Dukpt.Usages(key.Value));
        DukptDerivation derivation = new(key.Value, FromInitialKey, serial) { DerivationType = type };
        IReadOnlyList<KeyMaterial> keys = Compute(calculators => calculators.Dukpt.Derive(derivation, usages, log));
        string? next = Compute(calculators => calculators.Dukpt.Next(key.Value, serial));
        return
        [
            .. usages.Zip(keys, (usage, material) => new DukptKey(material, CheckValueOf(material), AsPlainText)
            {
                Usage = usage.ToString(),
                KeySerialNumber = Convert.ToHexString(serial),
                NextKeySerialNumber = next,
            }),
        ];
    }
}
