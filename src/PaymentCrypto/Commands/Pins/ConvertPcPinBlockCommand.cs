using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Pins;

/// <summary>Moves an encrypted PIN block to another key, another format, or both.</summary>
/// <remarks>
/// <para>
/// What an acquirer does with each PIN: the block comes under a terminal's key and goes out under the key of the next zone. Either side is a
/// PIN encryption key; with its key serial number a DUKPT base derivation key; a TR-31 block with a key that comes with the call; or a table
/// that says how to agree one by ECDH. The PIN is never in the clear outside of the provider.
/// </para>
/// <para>The card number is given once: a block cannot be moved to another card, nor from a format with a card number to one without.</para>
/// </remarks>
/// <seealso cref="NewPcPinCommand"/>
/// <seealso cref="TestPcPinCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsData.Convert, "PcPinBlock", DefaultParameterSetName = KeySet)]
[OutputType(typeof(TranslatedPinBlock), typeof(CalculationStep))]
public sealed class ConvertPcPinBlockCommand : PcExplainingCmdlet
{
    private const string KeySet = "Key";
    private const string As2805Set = "As2805";

    private readonly KeyParameter _incoming;
    private readonly KeyParameter _outgoing;

    /// <summary>Creates the cmdlet.</summary>
    public ConvertPcPinBlockCommand()
    {
        _incoming = new KeyParameter(this, nameof(IncomingKey), nameof(IncomingWrappingKey));
        _outgoing = new KeyParameter(this, nameof(OutgoingKey), nameof(OutgoingWrappingKey));
    }

    /// <summary>The key that the block is under: a P0 key, a B0 key with its serial number, a TR-31 block, or a table for ECDH.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("IncomingKeyIdentifier", "From")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? IncomingKey { get; set; }

    /// <summary>The key that the block shall be under: a P0 key, a B0 key with its serial number, a TR-31 block, or a table for ECDH.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("OutgoingKeyIdentifier", "To")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? OutgoingKey { get; set; }

    /// <summary>The encrypted PIN block, hex: 16 digits under a TDES key, 32 under an AES key.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PinBlock")]
    [AllowEmptyString]
    public string EncryptedPinBlock { get; set; } = string.Empty;

    /// <summary>The card number (PAN), 12 to 19 digits. ISO format 1 alone has none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The format of the block as it comes. Short names such as <c>ISO4</c> will do.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PinBlockFormat")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [AllowEmptyString]
    public string IncomingPinBlockFormat { get; set; } = PinBlockFormatForPinData.IsoFormat0;

    /// <summary>The format of the block as it goes out. Short names such as <c>ISO0</c> will do.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string OutgoingPinBlockFormat { get; set; } = PinBlockFormatForPinData.IsoFormat0;

    /// <summary>The key serial number (KSN) of the terminal's DUKPT key, hex: 20 digits with a TDES base key, 24 with AES.</summary>
    [Parameter(ParameterSetName = KeySet, ValueFromPipelineByPropertyName = true)]
    [Alias("KeySerialNumber", "Ksn")]
    [AllowEmptyString]
    public string? IncomingKeySerialNumber { get; set; }

    /// <summary>The type of the terminal's DUKPT key. The service takes that of the base key unless given.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Alias("DukptDerivationType")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IncomingDukptDerivationType { get; set; }

    /// <summary>The key serial number (KSN) of a DUKPT key that the block shall be under.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutgoingKeySerialNumber { get; set; }

    /// <summary>The type of the DUKPT key that the block shall be under. The service takes that of the base key unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? OutgoingDukptDerivationType { get; set; }

    /// <summary>The key encryption key of the provider that a TR-31 block in <c>-IncomingKey</c> is under.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? IncomingWrappingKey { get; set; }

    /// <summary>The key encryption key of the provider that a TR-31 block in <c>-OutgoingKey</c> is under.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? OutgoingWrappingKey { get; set; }

    /// <summary>AS 2805: the block is under a key that comes from <c>-IncomingKey</c> and the transaction.</summary>
    [Parameter(ParameterSetName = As2805Set, Mandatory = true)]
    public SwitchParameter As2805 { get; set; }

    /// <summary>AS 2805: the system trace audit number (STAN) of the transaction, 6 digits, from which its key is derived.</summary>
    [Parameter(ParameterSetName = As2805Set, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Stan")]
    [AllowEmptyString]
    public string SystemTraceAuditNumber { get; set; } = string.Empty;

    /// <summary>AS 2805: the amount of the transaction, 12 digits, from which its key is derived.</summary>
    [Parameter(ParameterSetName = As2805Set, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Amount")]
    [AllowEmptyString]
    public string TransactionAmount { get; set; } = string.Empty;

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["IncomingWrappedKey"] = nameof(IncomingKey),
        ["OutgoingWrappedKey"] = nameof(OutgoingKey),
        ["IncomingTranslationAttributes"] = nameof(IncomingPinBlockFormat),
        ["OutgoingTranslationAttributes"] = nameof(OutgoingPinBlockFormat),
        ["IncomingDukptAttributes"] = nameof(IncomingKeySerialNumber),
        ["OutgoingDukptAttributes"] = nameof(OutgoingKeySerialNumber),
        ["IncomingAs2805Attributes"] = nameof(SystemTraceAuditNumber),
    };

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    private protected override void Operate()
    {
        KeyUse outgoing = _outgoing.Read(OutgoingKey, OutgoingWrappingKey);
        KeyUse incoming = Use(_incoming, IncomingKey, IncomingWrappingKey);
        string? pan = Optional(nameof(PrimaryAccountNumber), PrimaryAccountNumber) is { } given ? Field.Pan(given) : null;
        string outgoingFormat = Field.OneOf(nameof(OutgoingPinBlockFormat), PinFormat.Of(OutgoingPinBlockFormat), PinFormat.ForTranslation);
        var request = new TranslatePinDataRequest
        {
            IncomingKeyIdentifier = incoming.Identifier,
            IncomingWrappedKey = incoming.Dynamic,
            OutgoingKeyIdentifier = outgoing.Identifier,
            OutgoingWrappedKey = outgoing.Dynamic,
            EncryptedPinBlock = Field.PinBlock(nameof(EncryptedPinBlock), EncryptedPinBlock),
            IncomingTranslationAttributes = Form(nameof(IncomingPinBlockFormat), IncomingFormat(), pan),
            OutgoingTranslationAttributes = Form(nameof(OutgoingPinBlockFormat), outgoingFormat, pan),
            IncomingDukptAttributes = Dukpt(
                nameof(IncomingKeySerialNumber), Optional(nameof(IncomingKeySerialNumber),
                    IncomingKeySerialNumber), nameof(IncomingDukptDerivationType), IncomingDukptDerivationType),
            OutgoingDukptAttributes =
                Dukpt(nameof(OutgoingKeySerialNumber), OutgoingKeySerialNumber, nameof(OutgoingDukptDerivationType), OutgoingDukptDerivationType),
            IncomingAs2805Attributes = ParameterSetName == As2805Set
                ? new As2805PekDerivationAttributes
                {
                    SystemTraceAuditNumber = Field.Digits(nameof(SystemTraceAuditNumber), SystemTraceAuditNumber, 6, 6, "a system trace audit number (STAN)"),
                    TransactionAmount = Field.Digits(nameof(TransactionAmount), TransactionAmount, 12, 12, "a transaction amount"),
                }
                : null,
        };
        TranslatePinDataResponse response = Ask(request);
        Answer(
            new TranslatedPinBlock
            {
                EncryptedPinBlock = response.PinBlock,
                PinBlockFormat = outgoingFormat,
                PrimaryAccountNumber = pan,
                KeySerialNumber = request.OutgoingDukptAttributes?.KeySerialNumber,
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("PIN block", response.PinBlock));
    }

    private string IncomingFormat() => string.IsNullOrEmpty(Optional(nameof(IncomingPinBlockFormat), IncomingPinBlockFormat))
        ? PinBlockFormatForPinData.IsoFormat0
        : Field.OneOf(nameof(IncomingPinBlockFormat), PinFormat.Of(IncomingPinBlockFormat), PinFormat.ForTranslation);

    private static TranslationIsoFormats Form(string parameter, string format, string? pan)
    {
        TranslationPinDataIsoFormat034 Bound() => new()
        {
            PrimaryAccountNumber = pan ?? throw Field.Missing(nameof(PrimaryAccountNumber),
                $"-{nameof(PrimaryAccountNumber)} is needed: a PIN block of -{parameter} {format} holds a part of the card number."),
        };

        return format switch
        {
            PinBlockFormatForPinData.IsoFormat0 => new() { IsoFormat0 = Bound() },
            PinBlockFormatForPinData.IsoFormat3 => new() { IsoFormat3 = Bound() },
            PinBlockFormatForPinData.IsoFormat4 => new() { IsoFormat4 = Bound() },
            PinFormat.As2805Format0 => new() { As2805Format0 = new TranslationPinDataAs2805Format0 { PrimaryAccountNumber = Bound().PrimaryAccountNumber } },
            _ => new() { IsoFormat1 = new TranslationPinDataIsoFormat1() },
        };
    }

    private static DukptDerivationAttributes? Dukpt(string serialParameter, string? serial, string typeParameter, string? type)
    {
        if (serial is null)
        {
            return type is null
                ? null
                : throw Field.Missing(serialParameter, $"-{typeParameter} is about DUKPT: give the key serial number too, with -{serialParameter}.");
        }

        return new DukptDerivationAttributes
        {
            KeySerialNumber = Field.KeySerialNumber(serialParameter, serial),
            DukptKeyDerivationType = Field.Choice(typeParameter, type, DukptDerivationType.All),
        };
    }
}
