using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>A calculator of PIN blocks: clear, under a PIN key, or under a DUKPT key of a base derivation key.</summary>
public abstract class PcPinKeyCmdlet : PcCalculatorCmdlet
{
    private protected PcPinKeyCmdlet()
    {
    }

    /// <summary>The format of the block.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Format")]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PinBlockFormat { get; set; } = "ISO_FORMAT_0";

    /// <summary>The card number (PAN) with its check digit: 12 to 19 digits. Formats 0, 3 and 4 need it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowNull]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The key serial number (KSN) when the key is a base derivation key of DUKPT: 20 hex digits (or 16) for TDES, 24 for AES.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Ksn")]
    [AllowNull]
    [AllowEmptyString]
    public object? KeySerialNumber { get; set; }

    /// <summary>The algorithm of the DUKPT key, where it is another than that of the base derivation key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? DukptDerivationType { get; set; }

    /// <summary>The block is not encrypted: there is no key. It shows the PIN to whoever sees it, so <c>-AsPlainText</c> is needed too.</summary>
    [Parameter]
    public SwitchParameter Clear { get; set; }

    private protected override string? CardNumber => PrimaryAccountNumber;

    private protected int FormatNumber => PinBlockFormats.Number(nameof(PinBlockFormat), PinBlockFormat);

    /// <summary>The card number, where the format takes one.</summary>
    private protected string? TakeCardNumber(int format) => PinBlockFormats.TakesCardNumber(format) || !string.IsNullOrEmpty(PrimaryAccountNumber)
        ? Field.Pan(PrimaryAccountNumber)
        : null;

    /// <summary>The key that the block is under; null for none.</summary>
    private protected Lease<KeyMaterial>? TakePinKey(int format, StepLog? log)
    {
        if (Clear)
        {
            if (IsGiven(nameof(Key)) || KeyPath is not null || IsGiven(nameof(KeySerialNumber)))
            {
                throw new ParameterException(ParameterFailure.Conflict, nameof(Clear),
                    "-Clear says that there is no key: leave out -Key, -KeyPath and -KeySerialNumber, or -Clear.");
            }

            return AsPlainText
                ? null
                : throw new ParameterException(ParameterFailure.Missing, nameof(AsPlainText),
                    "A clear PIN block shows the PIN to whoever sees it: add -AsPlainText for a test PIN, or give -Key.");
        }

        if (!IsGiven(nameof(KeySerialNumber)))
        {
            return IsGiven(nameof(DukptDerivationType))
                ? throw new ParameterException(ParameterFailure.Missing, nameof(KeySerialNumber),
                    "-DukptDerivationType is about DUKPT: give -KeySerialNumber too.")
                : TakeKey("PIN encryption key", format == 4 ? "AES" : "TDES");
        }

        byte[] serial = DukptInput.SerialNumber(nameof(KeySerialNumber), KeySerialNumber);
        string? type = IsGiven(nameof(DukptDerivationType)) ? DukptInput.DerivationType(nameof(DukptDerivationType), DukptDerivationType) : null;
        using Lease<KeyMaterial> baseKey = TakeKey("base derivation key", DukptInput.FamilyOf(serial));

        // Blocks of eight bytes under a base key of AES are under a TDES key of the same transaction.
        type ??= format != 4 && serial.Length == DukptInput.AesSerialLength ? Api.DukptDerivationType.Tdes2Key : null;
        DukptDerivation derivation = new(baseKey.Value, IsInitialKey: false, serial) { DerivationType = type };
        return new Lease<KeyMaterial>(Compute(calculators => calculators.Dukpt.Derive(derivation, [DukptUsage.Pin], log))[0], isOwn: true);
    }
}
