using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Pins;

/// <summary>Verifies the PIN in an encrypted block by its PVV or its offset.</summary>
/// <remarks>
/// <para>
/// True when the PIN is the cardholder's, false when it is another. An error for everything else, such as a block that is not under this key.
/// The way is Visa's when -VerificationValue is given, IBM 3624 when -PinOffset and -PinValidationData are.
/// </para>
/// <para>With -KeySerialNumber the block is under a DUKPT key, and -EncryptionKey is the base derivation key.</para>
/// </remarks>
/// <seealso cref="NewPcPinCommand"/>
/// <seealso cref="ConvertPcPinBlockCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsDiagnostic.Test, "PcPin", DefaultParameterSetName = VisaSet)]
[OutputType(typeof(bool), typeof(VerificationResult), typeof(CalculationStep))]
public sealed class TestPcPinCommand : PcExplainingCmdlet
{
    private const string VisaSet = "Visa";
    private const string IbmSet = "Ibm3624";

    private readonly KeyParameter _key;
    private readonly KeyParameter _encryptionKey;

    /// <summary>Creates the cmdlet.</summary>
    public TestPcPinCommand()
    {
        _key = new KeyParameter(this, nameof(Key));
        _encryptionKey = new KeyParameter(this, nameof(EncryptionKey), nameof(WrappingKey));
    }

    /// <summary>The PIN verification key: a V2 key for a PVV, a V1 key for an offset. An id, ARN, alias or object of Get-PcKey.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("VerificationKey", "VerificationKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The key that the PIN block is under: a P0 key, a TR-31 block with one, or with <c>-KeySerialNumber</c> a base derivation key (BDK).</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("EncryptionKeyIdentifier", "Pek")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? EncryptionKey { get; set; }

    /// <summary>The key encryption key of the provider that the block in <c>-EncryptionKey</c> is under.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? WrappingKey { get; set; }

    /// <summary>The encrypted PIN block, hex: 16 digits under a TDES key, 32 under an AES key.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PinBlock")]
    [AllowEmptyString]
    public string EncryptedPinBlock { get; set; } = string.Empty;

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

    /// <summary>The PIN verification value (PVV) that was kept, 4 digits.</summary>
    [Parameter(ParameterSetName = VisaSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PinVerificationValue", "Pvv")]
    [AllowEmptyString]
    public string? VerificationValue { get; set; }

    /// <summary>The PIN verification key index (PVKI), 0 to 6, which was kept with the PVV.</summary>
    [Parameter(ParameterSetName = VisaSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Pvki")]
    public int PinVerificationKeyIndex { get; set; } = 1;

    /// <summary>By IBM 3624. It goes without saying where <c>-PinOffset</c> is typed, not where that comes from a file or an object.</summary>
    [Parameter(ParameterSetName = IbmSet)]
    public SwitchParameter Ibm3624 { get; set; }

    /// <summary>The offset that was kept, 4 to 12 digits.</summary>
    [Parameter(ParameterSetName = IbmSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PinOffset { get; set; }

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

    /// <summary>How many digits of the PIN are verified, 4 to 12. Unless given, as many as the offset has.</summary>
    [Parameter]
    [Alias("PinDataLength")]
    public int? PinLength { get; set; }

    /// <summary>The key serial number (KSN) of DUKPT, hex: 20 digits with a TDES base key, 24 with AES.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Ksn")]
    [AllowEmptyString]
    public string? KeySerialNumber { get; set; }

    /// <summary>The type of the DUKPT key. Unless given, that of the base key, which is asked for once.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DukptDerivationType { get; set; }

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["EncryptionWrappedKey"] = nameof(
        EncryptionKey)
    };

    /// <summary>Return an object with the result, the reason and the keys, in place of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override string? ShownCardNumber => string.IsNullOrEmpty(PrimaryAccountNumber) ? PinValidationData : PrimaryAccountNumber;

    private protected override void Operate()
    {
        KeyUse encryption = _encryptionKey.Read(EncryptionKey, WrappingKey);
        KeyUse key = Use(_key, Key);
        var request = new VerifyPinDataRequest
        {
            VerificationKeyIdentifier = key.Identifier,
            EncryptionKeyIdentifier = encryption.Identifier,
            EncryptionWrappedKey = encryption.Dynamic,
            VerificationAttributes = Attributes(),
            EncryptedPinBlock = Field.PinBlock(nameof(EncryptedPinBlock), EncryptedPinBlock),
            PrimaryAccountNumber = Optional(nameof(PrimaryAccountNumber), PrimaryAccountNumber) is { } pan
                ? Field.Pan(pan)
                : throw Field.Missing(nameof(PrimaryAccountNumber), $"-{nameof(PrimaryAccountNumber)} is empty: give the card number (PAN), 12 to 19 digits."),
            PinBlockFormat = Field.Choice(nameof(PinBlockFormat), PinFormat.Of(PinBlockFormat), PinBlockFormatForPinData.All)
                ?? PinBlockFormatForPinData.IsoFormat0,
            PinDataLength = PinVerificationRange.Length(PinLength),
            DukptAttributes = Dukpt(encryption),
        };
        Verify(request, Detailed, static (result, response) =>
        {
            result.KeyArn = response.VerificationKeyArn;
            result.KeyCheckValue = response.VerificationKeyCheckValue;
            result.EncryptionKeyArn = response.EncryptionKeyArn;
            result.EncryptionKeyCheckValue = response.EncryptionKeyCheckValue;
        });
    }

    private DukptAttributes? Dukpt(KeyUse baseKey)
    {
        if (Optional(nameof(KeySerialNumber), KeySerialNumber) is not { } serial)
        {
            return DukptDerivationType is null
                ? null
                : throw Field.Missing(nameof(KeySerialNumber),
                    $"-{nameof(DukptDerivationType)} is about DUKPT: give the key serial number too, with -{nameof(KeySerialNumber)}.");
        }

        return new DukptAttributes
        {
            KeySerialNumber = Field.KeySerialNumber(nameof(KeySerialNumber), serial),
            DukptDerivationType = Field.Choice(nameof(DukptDerivationType), DukptDerivationType, Api.DukptDerivationType.All)
                ?? FactsOf(baseKey.Identifier).Algorithm,
        };
    }

    private PinVerificationAttributes Attributes()
    {
        if (ParameterSetName == VisaSet)
        {
            return new()
            {
                VisaPin = new VisaPinVerification
                {
                    PinVerificationKeyIndex = PinVerificationRange.Require(PinVerificationKeyIndex),
                    VerificationValue = Field.Digits(nameof(VerificationValue), VerificationValue, 4, 4, "a PIN verification value (PVV)"),
                },
            };
        }

        (string table, string data, string pad) = PinValidation.Of(DecimalizationTable, PinValidationData, PinValidationDataPadCharacter);
        return new()
        {
            Ibm3624Pin = new Ibm3624PinVerification
            {
                DecimalizationTable = table,
                PinValidationData = data,
                PinValidationDataPadCharacter = pad,
                PinOffset = Field.Digits(nameof(PinOffset), PinOffset, 4, 12, "a PIN offset"),
            },
        };
    }
}
