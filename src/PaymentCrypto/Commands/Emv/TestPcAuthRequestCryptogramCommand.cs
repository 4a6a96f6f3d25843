using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.Emv;

/// <summary>Verifies the application cryptogram (ARQC) of a card, and answers it (ARPC).</summary>
/// <remarks>
/// <para>
/// True when the cryptogram is right, false when it is another. An error for everything else. With -AuthResponseCode (method 1) or
/// -CardStatusUpdate (method 2) the issuer's answer is made too, if the cryptogram is right: it is AuthResponseValue of the object that
/// -Detailed returns.
/// </para>
/// <para>
/// A false has one of few reasons: other transaction data than the card's (order, padding), another session key derivation, another
/// counter, PAN or PAN sequence number, or another master key.
/// </para>
/// </remarks>
/// <seealso cref="NewPcAuthRequestCryptogramCommand"/>
/// <seealso cref="NewPcEmvPinChangeCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsDiagnostic.Test, "PcAuthRequestCryptogram", DefaultParameterSetName = nameof(EmvCommon))]
[OutputType(typeof(bool), typeof(VerificationResult))]
public sealed class TestPcAuthRequestCryptogramCommand : PcVerifyCmdlet
{
    private readonly KeyParameter _key;

    /// <summary>Creates the cmdlet.</summary>
    public TestPcAuthRequestCryptogramCommand() => _key = new KeyParameter(this, nameof(Key));

    /// <summary>The issuer's master key for application cryptograms (E0). An id, ARN, alias or object of Get-PcKey.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("KeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The data of the cryptogram, hex digits or a byte array, padded to a multiple of 8 bytes as the scheme says: with zeros for CVN 10, with 80 and zeros for most others.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Data")]
    [DataTransformation]
    [AllowEmptyString]
    public string TransactionData { get; set; } = string.Empty;

    /// <summary>The application cryptogram of the card (ARQC), 16 hex digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Cryptogram", "Arqc")]
    [AllowEmptyString]
    public string AuthRequestCryptogram { get; set; } = string.Empty;

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

    /// <summary>How the card key comes from the master key. Unless given, option B for a PAN of more than 16 digits, else option A.</summary>
    [Parameter]
    [Alias("MajorKeyDerivationMode")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MajorKeyDerivation { get; set; }

    /// <summary>The authorization response code (ARC), 4 hex digits such as 3030, for an answer by method 1. Needs <c>-Detailed</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Arc")]
    [AllowEmptyString]
    public string? AuthResponseCode { get; set; }

    /// <summary>The card status update (CSU), 8 hex digits, for an answer by method 2. Needs <c>-Detailed</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Csu")]
    [AllowEmptyString]
    public string? CardStatusUpdate { get; set; }

    /// <summary>What goes into an answer by method 2 besides, up to 16 hex digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ProprietaryAuthenticationData { get; set; }

    private protected override void Execute()
    {
        KeyUse key = Use(_key, Key);
        var request = new VerifyAuthRequestCryptogramRequest
        {
            KeyIdentifier = key.Identifier,
            TransactionData = CardSession.Data(TransactionData),
            AuthRequestCryptogram = EmvInput.Cryptogram(nameof(AuthRequestCryptogram), AuthRequestCryptogram),
            MajorKeyDerivationMode = EmvInput.Major(MajorKeyDerivation, PrimaryAccountNumber),
            SessionKeyDerivationAttributes = CardSession.Of(ParameterSetName, PrimaryAccountNumber, PanSequenceNumber, ApplicationTransactionCounter, UnpredictableNumber),
            AuthResponseAttributes = Response(),
        };
        Verify(request, static (result, response) =>
        {
            result.AuthResponseValue = response.AuthResponseValue;
            result.KeyArn = response.KeyArn;
            result.KeyCheckValue = response.KeyCheckValue;
        });
    }

    private CryptogramAuthResponse? Response()
    {
        string? code = Optional(nameof(AuthResponseCode), AuthResponseCode);
        string? status = Optional(nameof(CardStatusUpdate), CardStatusUpdate);
        string? more = Optional(nameof(ProprietaryAuthenticationData), ProprietaryAuthenticationData);
        if (code is not null && status is not null)
        {
            throw Field.Conflict(nameof(CardStatusUpdate), $"-{nameof(AuthResponseCode)} asks for an answer by method 1, -{nameof(CardStatusUpdate)} for one by method 2: give one of them.");
        }

        if (more is not null && status is null)
        {
            throw Field.Missing(nameof(CardStatusUpdate), $"-{nameof(ProprietaryAuthenticationData)} is a part of an answer by method 2: give -{nameof(CardStatusUpdate)} too.");
        }

        if (code is null && status is null)
        {
            return null;
        }

        if (!Detailed)
        {
            // An object in place of false would be true in a condition.
            throw Field.Missing(nameof(Detailed), $"-{(code is null ? nameof(CardStatusUpdate) : nameof(AuthResponseCode))} asks for an answer to the card, which true or false cannot hold: add -{nameof(Detailed)}, and read IsValid and AuthResponseValue.");
        }

        return code is not null
            ? new() { ArpcMethod1 = new CryptogramVerificationArpcMethod1 { AuthResponseCode = Field.Hex(nameof(AuthResponseCode), code, 4, 4, "an authorization response code (ARC)") } }
            : new()
            {
                ArpcMethod2 = new CryptogramVerificationArpcMethod2
                {
                    CardStatusUpdate = Field.Hex(nameof(CardStatusUpdate), status, 8, 8, "a card status update (CSU)"),
                    ProprietaryAuthenticationData = more is null ? null : Field.Hex(nameof(ProprietaryAuthenticationData), more, 1, 16, "proprietary authentication data"),
                },
            };
    }
}
