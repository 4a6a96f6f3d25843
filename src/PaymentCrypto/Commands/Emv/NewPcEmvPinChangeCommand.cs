using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Emv;

/// <summary>Makes the encrypted PIN block and the MAC of an issuer script that changes the offline PIN of a card.</summary>
/// <remarks>
/// <para>
/// The new PIN comes as a block under a PIN encryption key, as New-PcPin or a terminal makes it, and goes out under the session key of the
/// card. The MAC is over -Data, the header of the command with what precedes the PIN block, and over the block. A switch says the scheme.
/// </para>
/// </remarks>
/// <seealso cref="PaymentCrypto.Commands.Pins.NewPcPinCommand"/>
/// <seealso cref="PaymentCrypto.Commands.Macs.NewPcMacCommand"/>
/// <seealso cref="TestPcAuthRequestCryptogramCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsCommon.New, "PcEmvPinChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = nameof(EmvCommon))]
[OutputType(typeof(EmvPinChange), typeof(CalculationStep))]
public sealed class NewPcEmvPinChangeCommand : PcExplainingCmdlet
{
    private readonly KeyParameter _pinKey;
    private readonly KeyParameter _integrity;
    private readonly KeyParameter _confidentiality;
    private readonly KeyParameter _cryptogram;
    private readonly KeyParameter _currentPin;

    /// <summary>Creates the cmdlet.</summary>
    public NewPcEmvPinChangeCommand()
    {
        _pinKey = new KeyParameter(this, nameof(EncryptionKey));
        _integrity = new KeyParameter(this, nameof(IntegrityKey));
        _confidentiality = new KeyParameter(this, nameof(ConfidentialityKey));
        _cryptogram = new KeyParameter(this, nameof(CryptogramKey));
        _currentPin = new KeyParameter(this, nameof(CurrentEncryptionKey));
    }

    /// <summary>The issuer's master key for the MACs of scripts (E2).</summary>
    [Parameter(Mandatory = true)]
    [Alias("SecureMessagingIntegrityKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? IntegrityKey { get; set; }

    /// <summary>The issuer's master key for the encryption of scripts (E1).</summary>
    [Parameter(Mandatory = true)]
    [Alias("SecureMessagingConfidentialityKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? ConfidentialityKey { get; set; }

    /// <summary>The PIN encryption key (P0) that the block of the new PIN is under.</summary>
    [Parameter(Mandatory = true)]
    [Alias("NewPinPekIdentifier", "Pek")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? EncryptionKey { get; set; }

    /// <summary>The encrypted block of the new PIN, 16 hex digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NewEncryptedPinBlock", "PinBlock")]
    [AllowEmptyString]
    public string EncryptedPinBlock { get; set; } = string.Empty;

    /// <summary>The format of that block. Short names such as <c>ISO0</c> will do.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [AllowEmptyString]
    public string PinBlockFormat { get; set; } = PinBlockFormatForEmvPinChange.IsoFormat0;

    /// <summary>What the MAC is over before the PIN block, hex digits or a byte array: the header of the command, and what the scheme puts after it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageData", "Message")]
    [DataTransformation]
    [AllowEmptyString]
    public string Data { get; set; } = string.Empty;

    /// <summary>The card number (PAN), 12 to 19 digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowEmptyString]
    public string PrimaryAccountNumber { get; set; } = string.Empty;

    /// <summary>The PAN sequence number (PSN), 2 digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Psn")]
    [AllowEmptyString]
    public string PanSequenceNumber { get; set; } = "00";

    /// <summary>The application cryptogram of the transaction, 16 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Mastercard), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Cryptogram", "Arqc")]
    [AllowEmptyString]
    public string ApplicationCryptogram { get; set; } = string.Empty;

    /// <summary>The application transaction counter (ATC), 4 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Emv2000), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Visa), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Amex), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowEmptyString]
    public string ApplicationTransactionCounter { get; set; } = string.Empty;

    /// <summary>The mode of the cipher.</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon))]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string Mode { get; set; } = EmvEncryptionMode.Ecb;

    /// <summary>How the PIN block is padded before it is encrypted.</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon))]
    [Alias("PinBlockPaddingType")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string PinBlockPadding { get; set; } = PinBlockPaddingType.NoPadding;

    /// <summary>Whether a byte with its length stands before the PIN block.</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon))]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string PinBlockLengthPosition { get; set; } = Api.PinBlockLengthPosition.None;

    /// <summary>The issuer's master key for application cryptograms (E0), of which a part goes into the PIN block.</summary>
    [Parameter(ParameterSetName = nameof(Visa), Mandatory = true)]
    [Parameter(ParameterSetName = nameof(Amex), Mandatory = true)]
    [Alias("AuthorizationRequestKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? CryptogramKey { get; set; }

    /// <summary>The PIN encryption key (P0) of <c>-CurrentEncryptedPinBlock</c>; that of the new PIN unless given.</summary>
    [Parameter(ParameterSetName = nameof(Visa))]
    [Parameter(ParameterSetName = nameof(Amex))]
    [Alias("CurrentPinPekIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? CurrentEncryptionKey { get; set; }

    /// <summary>The encrypted block of the PIN that the card has now, 16 hex digits, where the scheme mixes it in.</summary>
    [Parameter(ParameterSetName = nameof(Visa), ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Amex), ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? CurrentEncryptedPinBlock { get; set; }

    /// <summary>EMV common session keys, from the application cryptogram.</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon), Mandatory = true)]
    public SwitchParameter EmvCommon { get; set; }

    /// <summary>Mastercard, from the application cryptogram.</summary>
    [Parameter(ParameterSetName = nameof(Mastercard), Mandatory = true)]
    public SwitchParameter Mastercard { get; set; }

    /// <summary>EMV 2000 session keys, from the counter.</summary>
    [Parameter(ParameterSetName = nameof(Emv2000), Mandatory = true)]
    public SwitchParameter Emv2000 { get; set; }

    /// <summary>Visa, from the counter.</summary>
    [Parameter(ParameterSetName = nameof(Visa), Mandatory = true)]
    public SwitchParameter Visa { get; set; }

    /// <summary>American Express, from the counter.</summary>
    [Parameter(ParameterSetName = nameof(Amex), Mandatory = true)]
    public SwitchParameter Amex { get; set; }

    /// <summary>How the card keys come from the master keys. Unless given, option B for a PAN of more than 16 digits, else option A.</summary>
    [Parameter]
    [Alias("MajorKeyDerivationMode")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MajorKeyDerivation { get; set; }

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["CurrentPinAttributes"] = nameof(
        CurrentEncryptedPinBlock)
    };

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    private protected override void Operate()
    {
        KeyUse pin = Use(_pinKey, EncryptionKey);
        KeyUse integrity = Use(_integrity, IntegrityKey);
        var request = new GenerateMacEmvPinChangeRequest
        {
            NewPinPekIdentifier = pin.Identifier,
            NewEncryptedPinBlock = Field.Hex(nameof(EncryptedPinBlock), EncryptedPinBlock, 16, 16, "an encrypted PIN block of a script"),
            PinBlockFormat = Field.Choice(nameof(PinBlockFormat), PinFormat.Of(PinBlockFormat), PinBlockFormatForEmvPinChange.All) is { Length: > 0 } format
                ? format
                : PinBlockFormatForEmvPinChange.IsoFormat0,
            SecureMessagingIntegrityKeyIdentifier = integrity.Identifier,
            SecureMessagingConfidentialityKeyIdentifier = _confidentiality.Read(ConfidentialityKey).Identifier,
            MessageData = Message(),
            DerivationMethodAttributes = Attributes(EmvInput.Major(MajorKeyDerivation, PrimaryAccountNumber), Field.Pan(PrimaryAccountNumber),
                Field.PanSequenceNumber(PanSequenceNumber)),
        };
        if (!ShouldProcess(integrity.ToString(), "Make PIN change script"))
        {
            return;
        }

        GenerateMacEmvPinChangeResponse response = Ask(request);
        Answer(
            new EmvPinChange
            {
                EncryptedPinBlock = response.EncryptedPinBlock,
                Mac = response.Mac,
                SessionKeyDerivation = ParameterSetName,
                PrimaryAccountNumber = Field.Pan(PrimaryAccountNumber),
                NewPinPekArn = response.NewPinPekArn,
                NewPinPekKeyCheckValue = response.NewPinPekKeyCheckValue,
                SecureMessagingIntegrityKeyArn = response.SecureMessagingIntegrityKeyArn,
                SecureMessagingIntegrityKeyCheckValue = response.SecureMessagingIntegrityKeyCheckValue,
                SecureMessagingConfidentialityKeyArn = response.SecureMessagingConfidentialityKeyArn,
                SecureMessagingConfidentialityKeyCheckValue = response.SecureMessagingConfidentialityKeyCheckValue,
                AuthorizationRequestKeyArn = response.VisaAmexDerivationOutputs?.AuthorizationRequestKeyArn,
                AuthorizationRequestKeyCheckValue = response.VisaAmexDerivationOutputs?.AuthorizationRequestKeyCheckValue,
            },
            ("PIN block", response.EncryptedPinBlock), ("MAC", response.Mac));
    }

    private string Message()
    {
        const int Least = 8;
        string message = DataText.ToHex(nameof(Data), Data, encoding: null, mostBytes: 512);
        return message.Length >= 2 * Least
            ? message
            : throw Field.Invalid(nameof(Data), $"-{nameof(Data)} has {message.Length / 2} bytes; the service takes {Least} to 512, beginning with the "
                + "header of the command (CLA, INS, P1, P2, Lc).");
    }

    private DerivationMethodAttributes Attributes(string major, string pan, string sequence) => ParameterSetName switch
    {
        nameof(Mastercard) => new()
        {
            Mastercard = new MasterCardAttributes
            {
                MajorKeyDerivationMode = major,
                PrimaryAccountNumber = pan,
                PanSequenceNumber = sequence,
                ApplicationCryptogram = Cryptogram()
            },
        },
        nameof(Emv2000) => new()
        {
            Emv2000 = new Emv2000Attributes
            {
                MajorKeyDerivationMode = major,
                PrimaryAccountNumber = pan,
                PanSequenceNumber = sequence,
                ApplicationTransactionCounter = Counter()
            },
        },
        nameof(Visa) => new()
        {
            Visa = new VisaAttributes
            {
                MajorKeyDerivationMode = major,
                PrimaryAccountNumber = pan,
                PanSequenceNumber = sequence,
                ApplicationTransactionCounter = Counter(),
                AuthorizationRequestKeyIdentifier = _cryptogram.Read(CryptogramKey).Identifier,
                CurrentPinAttributes = Current(),
            },
        },
        nameof(Amex) => new()
        {
            Amex = new AmexAttributes
            {
                MajorKeyDerivationMode = major,
                PrimaryAccountNumber = pan,
                PanSequenceNumber = sequence,
                ApplicationTransactionCounter = Counter(),
                AuthorizationRequestKeyIdentifier = _cryptogram.Read(CryptogramKey).Identifier,
                CurrentPinAttributes = Current(),
            },
        },
        _ => new()
        {
            EmvCommon = new EmvCommonAttributes
            {
                MajorKeyDerivationMode = major,
                PrimaryAccountNumber = pan,
                PanSequenceNumber = sequence,
                ApplicationCryptogram = Cryptogram(),
                Mode = Field.Choice(nameof(Mode), Mode, EmvEncryptionMode.All),
                PinBlockPaddingType = Field.Choice(nameof(PinBlockPadding), PinBlockPadding, PinBlockPaddingType.All),
                PinBlockLengthPosition = Field.Choice(nameof(PinBlockLengthPosition), PinBlockLengthPosition, Api.PinBlockLengthPosition.All),
            },
        },
    };

    private string Cryptogram() => EmvInput.Cryptogram(nameof(ApplicationCryptogram), ApplicationCryptogram);

    private string Counter() => Field.TransactionCounter(ApplicationTransactionCounter);

    private CurrentPinAttributes? Current()
    {
        if (Optional(nameof(CurrentEncryptedPinBlock), CurrentEncryptedPinBlock) is not { } block)
        {
            return CurrentEncryptionKey is null
                ? null
                : throw Field.Missing(nameof(CurrentEncryptedPinBlock),
                    $"-{nameof(CurrentEncryptionKey)} is about the PIN that the card has now: give its block too, with -{nameof(CurrentEncryptedPinBlock)}.");
        }

        return new CurrentPinAttributes
        {
            CurrentPinPekIdentifier = _currentPin.Read(CurrentEncryptionKey ?? EncryptionKey).Identifier,
            CurrentEncryptedPinBlock = Field.Hex(nameof(CurrentEncryptedPinBlock), block, 16, 16, "an encrypted PIN block of a script"),
        };
    }
}
