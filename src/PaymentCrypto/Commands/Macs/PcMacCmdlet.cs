using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.Macs;

/// <summary>What a MAC is made of: key, message, algorithm, and the derivation of a DUKPT or session key.</summary>
public abstract class PcMacCmdlet : PcExplainingCmdlet
{
    private readonly KeyParameter _key;

    private protected PcMacCmdlet() => _key = new KeyParameter(this, nameof(Key));

    /// <summary>
    /// The key: M1, M3, M6, M7 or M0; a base derivation key (B0) with <c>-KeySerialNumber</c>; an EMV master key (E2) with <c>-SessionKeyDerivation</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("KeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The message: hex digits, a byte array, or with <c>-Text</c> a text.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageData", "Message")]
    [DataTransformation]
    [AllowEmptyString]
    public string Data { get; set; } = string.Empty;

    /// <summary>The algorithm. Unless given, the one that the key's usage stands for, which is asked for once; with DUKPT CMAC.</summary>
    [Parameter(ParameterSetName = MacInput.KeySet)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>The key serial number (KSN) of DUKPT, hex: 20 digits with a TDES base key, 24 with AES.</summary>
    [Parameter(ParameterSetName = MacInput.KeySet, ValueFromPipelineByPropertyName = true)]
    [Alias("Ksn")]
    [AllowEmptyString]
    public string? KeySerialNumber { get; set; }

    /// <summary>Which of the DUKPT keys: that of the request, of the response, or with AES of both. That of the request unless given.</summary>
    [Parameter(ParameterSetName = MacInput.KeySet)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DukptKeyVariant { get; set; }

    /// <summary>The type of the DUKPT key. The service takes that of the base key unless given.</summary>
    [Parameter(ParameterSetName = MacInput.KeySet)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DukptDerivationType { get; set; }

    /// <summary>How the session key comes from the card key: that of a scheme.</summary>
    [Parameter(ParameterSetName = MacInput.EmvSet, Mandatory = true)]
    [Alias("SessionKeyDerivationMode")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string SessionKeyDerivation { get; set; } = string.Empty;

    /// <summary>The card number (PAN), 12 to 19 digits.</summary>
    [Parameter(ParameterSetName = MacInput.EmvSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The PAN sequence number (PSN), 2 digits.</summary>
    [Parameter(ParameterSetName = MacInput.EmvSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Psn")]
    [AllowEmptyString]
    public string PanSequenceNumber { get; set; } = "00";

    /// <summary>The application cryptogram of the transaction, 16 hex digits, for EMV common and Mastercard session keys.</summary>
    [Parameter(ParameterSetName = MacInput.EmvSet, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ApplicationCryptogram { get; set; }

    /// <summary>The application transaction counter (ATC), 4 hex digits, for the session keys of other schemes.</summary>
    [Parameter(ParameterSetName = MacInput.EmvSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowEmptyString]
    public string? ApplicationTransactionCounter { get; set; }

    /// <summary>How the card key comes from the master key. Unless given, option B for a PAN of more than 16 digits, else option A.</summary>
    [Parameter(ParameterSetName = MacInput.EmvSet)]
    [Alias("MajorKeyDerivationMode")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MajorKeyDerivation { get; set; }

    /// <summary>How long the MAC is, 4 to 32 bytes. Unless given, as long as the algorithm makes it.</summary>
    [Parameter]
    public int? MacLength { get; set; }

    /// <summary>The message is a text, to be encoded by <c>-Encoding</c>, and not hex digits.</summary>
    [Parameter]
    public SwitchParameter Text { get; set; }

    /// <summary>How a text is encoded.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string Encoding { get; set; } = "utf-8";

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["SessionKeyDerivationValue"] = nameof(
        SessionKeyDerivation)
    };

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    /// <summary>Reads the key.</summary>
    private protected KeyUse UseKey() => Use(_key, Key);

    /// <summary>The message in the service's form.</summary>
    private protected string Message() => MacInput.Message(Data, EncodingOf(Text, Encoding));

    /// <summary>The algorithm and what it needs.</summary>
    /// <param name="key">The key.</param>
    private protected MacAttributes Attributes(KeyUse key) => ParameterSetName switch
    {
        MacInput.EmvSet => MacInput.OfEmv(
            SessionKeyDerivation,
            MajorKeyDerivation,
            PrimaryAccountNumber,
            PanSequenceNumber,
            Optional(nameof(ApplicationCryptogram), ApplicationCryptogram),
            Optional(nameof(ApplicationTransactionCounter), ApplicationTransactionCounter)),
        _ => MacInput.OfDukpt(Algorithm, Optional(nameof(KeySerialNumber), KeySerialNumber), DukptKeyVariant, DukptDerivationType)
            ?? MacInput.OfKey(Algorithm, () => FactsOf(key.Identifier)),
    };
}
