using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.Emv;

/// <summary>What an application cryptogram is made of: key, data, card, and how the session key comes from the card key.</summary>
public abstract class PcAuthRequestCryptogramCmdlet : PcExplainingCmdlet
{
    private readonly KeyParameter _key;

    private protected PcAuthRequestCryptogramCmdlet() => _key = new KeyParameter(this, nameof(Key));

    /// <summary>The issuer's master key for application cryptograms (E0). An id, ARN, alias or object of Get-PcKey.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("KeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>
    /// The data of the cryptogram, hex digits or a byte array, padded to a multiple of 8 bytes as the scheme says: with zeros for CVN 10, with 80 and zeros for
    /// most others.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Data")]
    [DataTransformation]
    [AllowEmptyString]
    public string TransactionData { get; set; } = string.Empty;

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

    /// <summary>The application transaction counter (ATC), 4 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Mastercard), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(Emv2000), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = nameof(UnionPay), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowEmptyString]
    public string ApplicationTransactionCounter { get; set; } = string.Empty;

    /// <summary>The unpredictable number (UN) of the terminal, 8 hex digits.</summary>
    [Parameter(ParameterSetName = nameof(Mastercard), Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Un")]
    [AllowEmptyString]
    public string UnpredictableNumber { get; set; } = string.Empty;

    /// <summary>EMV common session keys (CVN 18 of Visa, and most others).</summary>
    [Parameter(ParameterSetName = nameof(EmvCommon), Mandatory = true)]
    public SwitchParameter EmvCommon { get; set; }

    /// <summary>Mastercard session keys (M/Chip), from counter and unpredictable number.</summary>
    [Parameter(ParameterSetName = nameof(Mastercard), Mandatory = true)]
    public SwitchParameter Mastercard { get; set; }

    /// <summary>EMV 2000 session keys.</summary>
    [Parameter(ParameterSetName = nameof(Emv2000), Mandatory = true)]
    public SwitchParameter Emv2000 { get; set; }

    /// <summary>American Express: no session key.</summary>
    [Parameter(ParameterSetName = nameof(Amex), Mandatory = true)]
    public SwitchParameter Amex { get; set; }

    /// <summary>Visa CVN 10: no session key.</summary>
    [Parameter(ParameterSetName = nameof(Visa), Mandatory = true)]
    public SwitchParameter Visa { get; set; }

    /// <summary>UnionPay session keys.</summary>
    [Parameter(ParameterSetName = nameof(UnionPay), Mandatory = true)]
    public SwitchParameter UnionPay { get; set; }

    /// <summary>
    /// How the card key comes from the master key. Unless given, option B for a PAN of more than 16 digits, else option A; for UnionPay option A.
    /// </summary>
    [Parameter]
    [Alias("MajorKeyDerivationMode")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MajorKeyDerivation { get; set; }

    private protected override string? ShownCardNumber => PrimaryAccountNumber;

    /// <summary>Reads the key.</summary>
    private protected KeyUse UseKey() => Use(_key, Key);

    /// <summary>The way to the session key, with what it needs.</summary>
    private protected SessionKeyDerivation CardSessionKey() =>
        CardSession.Of(ParameterSetName, PrimaryAccountNumber, PanSequenceNumber, ApplicationTransactionCounter, UnpredictableNumber);

    /// <summary>The way to the card key.</summary>
    private protected string Major() =>
        EmvInput.Major(MajorKeyDerivation ?? (UnionPay ? MajorKeyDerivationMode.EmvOptionA : null), PrimaryAccountNumber);
}
