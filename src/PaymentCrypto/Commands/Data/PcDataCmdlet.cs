using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.Data;

/// <summary>What encrypting and decrypting have in common: the kinds of key, each a parameter set of its own.</summary>
public abstract class PcDataCmdlet : PcExplainingCmdlet
{
    private protected const string KeySet = "Key";
    private protected const string EmvSet = "Emv";
    private protected const string RsaSet = "Rsa";

    private readonly KeyParameter _key;

    private protected PcDataCmdlet() => _key = new KeyParameter(this, nameof(Key), nameof(WrappingKey));

    /// <summary>
    /// The key: D0, or a TR-31 block with one; a base derivation key (B0) with <c>-KeySerialNumber</c>; an EMV master key (E1, E6) with
    /// <c>-SessionDerivationData</c>; an RSA key (D1) with <c>-PaddingType</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("KeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The key encryption key of the provider that a TR-31 block in <c>-Key</c> is under.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? WrappingKey { get; set; }

    /// <summary>The mode of the cipher; CBC unless given. Under DUKPT and EMV keys there are CBC and ECB.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = EmvSet)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Mode { get; set; }

    /// <summary>The initial vector, one block in hex: 16 digits with TDES, 32 with AES. Zeros unless given.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = EmvSet)]
    [ValidateNotNullOrEmpty]
    public string? InitializationVector { get; set; }

    /// <summary>The key serial number (KSN) of DUKPT, hex: 20 digits with a TDES base key, 24 with AES.</summary>
    [Parameter(ParameterSetName = KeySet, ValueFromPipelineByPropertyName = true)]
    [Alias("Ksn")]
    [AllowEmptyString]
    public string? KeySerialNumber { get; set; }

    /// <summary>
    /// Which of the DUKPT keys: that of the request, of the response, or with AES of both. The service takes that of the request unless given.
    /// </summary>
    [Parameter(ParameterSetName = KeySet)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DukptKeyVariant { get; set; }

    /// <summary>The type of the DUKPT key. The service takes that of the base key unless given.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Alias("DukptKeyDerivationType")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DukptDerivationType { get; set; }

    /// <summary>What the session key of a card comes from, 16 hex digits: usually the application cryptogram.</summary>
    [Parameter(ParameterSetName = EmvSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? SessionDerivationData { get; set; }

    /// <summary>The card number (PAN), 12 to 19 digits.</summary>
    [Parameter(ParameterSetName = EmvSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The PAN sequence number (PSN), 2 digits.</summary>
    [Parameter(ParameterSetName = EmvSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Psn")]
    [AllowEmptyString]
    public string PanSequenceNumber { get; set; } = "00";

    /// <summary>How the card key comes from the master key. Unless given, option B for a PAN of more than 16 digits, else option A.</summary>
    [Parameter(ParameterSetName = EmvSet)]
    [Alias("MajorKeyDerivationMode")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MajorKeyDerivation { get; set; }

    /// <summary>The padding under an RSA key.</summary>
    [Parameter(ParameterSetName = RsaSet, Mandatory = true)]
    [Alias("Padding")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string PaddingType { get; set; } = string.Empty;

    /// <summary>The data is a text, encoded by <c>-Encoding</c>, and not hex digits.</summary>
    [Parameter]
    public SwitchParameter Text { get; set; }

    /// <summary>How a text is encoded.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string Encoding { get; set; } = "utf-8";

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["PlainText"] = "Data",
        ["CipherText"] = "Data",
        ["WrappedKey"] = nameof(Key),
    };

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    private protected KeyUse UsedKey => Use(_key, Key, WrappingKey);

    private protected EncryptionDecryptionAttributes Attributes => ParameterSetName switch
    {
        EmvSet => new() { Emv = DataInput.Emv(MajorKeyDerivation, PrimaryAccountNumber, PanSequenceNumber, SessionDerivationData, Mode, InitializationVector) },
        RsaSet => new()
        {
            Asymmetric = new AsymmetricEncryptionAttributes
            {
                PaddingType = Field.Choice(nameof(PaddingType), PaddingType,
            Api.PaddingType.All)
            }
        },
        _ => DataInput.Static(string.Empty, Serial, Mode, DukptDerivationType, DukptKeyVariant, InitializationVector) switch
        {
            { Dukpt: { } dukpt } => new() { Dukpt = dukpt },
            var attributes => new() { Symmetric = attributes.Symmetric },
        },
    };

    /// <summary>The serial number of the DUKPT key; null without DUKPT.</summary>
    private protected string? Serial => Optional(nameof(KeySerialNumber), KeySerialNumber);
}
