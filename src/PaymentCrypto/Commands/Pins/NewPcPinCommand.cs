using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Pins;

/// <summary>Makes a PIN, or the PVV or offset of a PIN.</summary>
/// <remarks>
/// <para>
/// Makes a random PIN with its Visa PIN verification value (PVV), or with its IBM 3624 offset when -PinValidationData is given. With
/// -EncryptedPinBlock nothing is made up: the PVV or offset is that of the PIN in the block, as when a cardholder chooses one. With -Natural
/// the PIN is the one that IBM 3624 derives from the card; with -PinOffset the one that belongs to an offset.
/// </para>
/// <para>
/// The PIN comes out as an encrypted block only. Nobody sees it in the clear, and the block is opened by nothing but -EncryptionKey.
/// </para>
/// </remarks>
/// <seealso cref="TestPcPinCommand"/>
/// <seealso cref="ConvertPcPinBlockCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsCommon.New, "PcPin", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = VisaSet)]
[OutputType(typeof(PaymentCrypto.VisaPin), typeof(Ibm3624Pin), typeof(CalculationStep))]
public sealed class NewPcPinCommand : PcExplainingCmdlet
{
    private const string VisaSet = "Visa";
    private const string IbmSet = "Ibm3624";

    private readonly KeyParameter _key;
    private readonly KeyParameter _encryptionKey;

    /// <summary>Creates the cmdlet.</summary>
    public NewPcPinCommand()
    {
        _key = new KeyParameter(this, nameof(Key));
        _encryptionKey = new KeyParameter(this, nameof(EncryptionKey), nameof(WrappingKey));
    }

    /// <summary>The PIN verification key: a V2 key for a PVV, a V1 key for an offset. An id, ARN, alias or object of Get-PcKey.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("GenerationKey", "GenerationKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The PIN encryption key (PEK) that the PIN block is under: a P0 key, or a TR-31 block with one.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("EncryptionKeyIdentifier", "Pek")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? EncryptionKey { get; set; }

    /// <summary>The key encryption key of the provider that the block in <c>-EncryptionKey</c> is under.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? WrappingKey { get; set; }

    /// <summary>The card number (PAN), 12 to 19 digits.</summary>
    [Parameter(ParameterSetName = VisaSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = IbmSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The format of the PIN block. Short names such as <c>ISO0</c> will do.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [AllowEmptyString]
    public string PinBlockFormat { get; set; } = PinBlockFormatForPinData.IsoFormat0;

    /// <summary>The PIN verification key index (PVKI), 0 to 6, which is kept with the PVV.</summary>
    [Parameter(ParameterSetName = VisaSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Pvki")]
    public int PinVerificationKeyIndex { get; set; } = 1;

    /// <summary>The encrypted block of a PIN that there is already, in hex: its PVV or offset is wanted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? EncryptedPinBlock { get; set; }

    /// <summary>By IBM 3624. It goes without saying where <c>-PinValidationData</c> is typed, not where that comes from a file.</summary>
    [Parameter(ParameterSetName = IbmSet)]
    public SwitchParameter Ibm3624 { get; set; }

    /// <summary>What IBM 3624 derives a PIN from, 4 to 16 digits: usually a part of the PAN.</summary>
    [Parameter(ParameterSetName = IbmSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string PinValidationData { get; set; } = string.Empty;

    /// <summary>Which decimal digit each of the sixteen hex digits becomes.</summary>
    [Parameter(ParameterSetName = IbmSet, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string DecimalizationTable { get; set; } = PinValidation.UsualTable;

    /// <summary>The hex digit that fills up the validation data.</summary>
    [Parameter(ParameterSetName = IbmSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PadCharacter")]
    [AllowEmptyString]
    public string PinValidationDataPadCharacter { get; set; } = PinValidation.UsualPad;

    /// <summary>The natural PIN of IBM 3624, which is derived from the card: its offset is all zeros.</summary>
    [Parameter(ParameterSetName = IbmSet)]
    public SwitchParameter Natural { get; set; }

    /// <summary>The offset, 4 to 12 digits, of which the PIN is wanted.</summary>
    [Parameter(ParameterSetName = IbmSet, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PinOffset { get; set; }

    /// <summary>How many digits the PIN has, 4 to 12. Unless given, 4, or as many as the PIN or offset has.</summary>
    [Parameter]
    [Alias("PinDataLength")]
    public int? PinLength { get; set; }

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["EncryptionWrappedKey"] = nameof(
        EncryptionKey)
    };

    private protected override string? ShownCardNumber => string.IsNullOrEmpty(PrimaryAccountNumber) ? PinValidationData : PrimaryAccountNumber;

    private protected override void Operate()
    {
        KeyUse encryption = _encryptionKey.Read(EncryptionKey, WrappingKey);
        KeyUse key = Use(_key, Key);
        string format = Field.Choice(nameof(PinBlockFormat), PinFormat.Of(PinBlockFormat), PinBlockFormatForPinData.All) ?? PinBlockFormatForPinData.IsoFormat0;
        PinVerificationRange.Require(PinVerificationKeyIndex);
        var request = new GeneratePinDataRequest
        {
            GenerationKeyIdentifier = key.Identifier,
            EncryptionKeyIdentifier = encryption.Identifier,
            EncryptionWrappedKey = encryption.Dynamic,
            GenerationAttributes = Attributes(),
            PinDataLength = PinVerificationRange.Length(PinLength),
            PrimaryAccountNumber = Optional(nameof(PrimaryAccountNumber), PrimaryAccountNumber) is { } pan ? Field.Pan(pan) : RequirePan(),
            PinBlockFormat = format,
        };
        if (!ShouldProcess(key.ToString(), "Make PIN data"))
        {
            return;
        }

        GeneratePinDataResponse response = Ask(request);
        Answer(
            GeneratedPin.Of(request, response),
            ("PIN block", response.EncryptedPinBlock),
            ("PVV", response.PinData?.VerificationValue),
            ("PIN offset", response.PinData?.PinOffset));
    }

    private string? RequirePan() => ParameterSetName == VisaSet
        ? throw Field.Missing(nameof(PrimaryAccountNumber),
            $"-{nameof(PrimaryAccountNumber)} is empty: a PVV is computed from the card number (PAN), 12 to 19 digits.")
        : null;

    private PinGenerationAttributes Attributes()
    {
        string? block = Given(nameof(EncryptedPinBlock), EncryptedPinBlock) is { } text ? Field.PinBlock(nameof(EncryptedPinBlock), text) : null;
        if (ParameterSetName == VisaSet)
        {
            return block is null
                ? new() { VisaPin = new Api.VisaPin { PinVerificationKeyIndex = PinVerificationKeyIndex } }
                : new()
                {
                    VisaPinVerificationValue = new VisaPinVerificationValue
                    {
                        PinVerificationKeyIndex = PinVerificationKeyIndex,
                        EncryptedPinBlock = block
                    }
                };
        }

        string? offset = Given(nameof(PinOffset), PinOffset);
        if ((block is null ? 0 : 1) + (offset is null ? 0 : 1) + (Natural ? 1 : 0) > 1)
        {
            throw Field.Conflict(
                nameof(Natural),
                $"-{nameof(EncryptedPinBlock)} asks for the offset of a PIN, -{nameof(PinOffset)} for the PIN of an offset, -{nameof(Natural)} for the "
                    + "natural PIN: give one of them, or none for a random PIN.");
        }

        (string table, string data, string pad) = PinValidation.Of(DecimalizationTable, PinValidationData, PinValidationDataPadCharacter);
        if (block is not null)
        {
            return new()
            {
                Ibm3624PinOffset = new Ibm3624PinOffset
                {
                    DecimalizationTable = table,
                    PinValidationData = data,
                    PinValidationDataPadCharacter = pad,
                    EncryptedPinBlock = block
                }
            };
        }

        if (offset is not null)
        {
            string digits = Field.Digits(nameof(PinOffset), offset, 4, 12, "a PIN offset");
            return new()
            {
                Ibm3624PinFromOffset = new Ibm3624PinFromOffset
                {
                    DecimalizationTable = table,
                    PinValidationData = data,
                    PinValidationDataPadCharacter = pad,
                    PinOffset = digits
                }
            };
        }

        return Natural
            ? new() { Ibm3624NaturalPin = new Ibm3624NaturalPin { DecimalizationTable = table, PinValidationData = data, PinValidationDataPadCharacter = pad } }
            : new() { Ibm3624RandomPin = new Ibm3624RandomPin { DecimalizationTable = table, PinValidationData = data, PinValidationDataPadCharacter = pad } };
    }
}
