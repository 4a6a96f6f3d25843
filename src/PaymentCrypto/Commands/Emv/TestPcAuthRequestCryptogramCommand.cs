using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

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
[OutputType(typeof(bool), typeof(VerificationResult), typeof(CalculationStep))]
public sealed class TestPcAuthRequestCryptogramCommand : PcAuthRequestCryptogramCmdlet
{
    /// <summary>The application cryptogram of the card (ARQC), 16 hex digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Cryptogram", "Arqc")]
    [AllowEmptyString]
    public string AuthRequestCryptogram { get; set; } = string.Empty;

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

    /// <summary>Return an object with the result, the reason and the keys, in place of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override void Operate()
    {
        KeyUse key = UseKey();
        var request = new VerifyAuthRequestCryptogramRequest
        {
            KeyIdentifier = key.Identifier,
            TransactionData = CardSession.Data(TransactionData),
            AuthRequestCryptogram = EmvInput.Cryptogram(nameof(AuthRequestCryptogram), AuthRequestCryptogram),
            MajorKeyDerivationMode = Major(),
            SessionKeyDerivationAttributes = CardSessionKey(),
            AuthResponseAttributes = Response(),
        };
        Verify(request, Detailed, static (result, response) =>
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
            throw Field.Conflict(nameof(CardStatusUpdate),
                $"-{nameof(AuthResponseCode)} asks for an answer by method 1, -{nameof(CardStatusUpdate)} for one by method 2: give one of them.");
        }

        if (more is not null && status is null)
        {
            throw Field.Missing(nameof(CardStatusUpdate),
                $"-{nameof(ProprietaryAuthenticationData)} is a part of an answer by method 2: give -{nameof(CardStatusUpdate)} too.");
        }

        if (code is null && status is null)
        {
            return null;
        }

        if (!Detailed && !ShowSteps)
        {
            // An object in place of false would be true in a condition.
            throw Field.Missing(nameof(Detailed), $"-{(code is null ? nameof(CardStatusUpdate) : nameof(AuthResponseCode))} asks for an answer to the card, "
                + $"which true or false cannot hold: add -{nameof(Detailed)}, and read IsValid and AuthResponseValue.");
        }

        return code is not null
            ? new()
            {
                ArpcMethod1 = new CryptogramVerificationArpcMethod1
                {
                    AuthResponseCode = Field.Hex(nameof(AuthResponseCode), code, 4, 4,
                "an authorization response code (ARC)")
                }
            }
            : new()
            {
                ArpcMethod2 = new CryptogramVerificationArpcMethod2
                {
                    CardStatusUpdate = Field.Hex(nameof(CardStatusUpdate), status, 8, 8, "a card status update (CSU)"),
                    ProprietaryAuthenticationData = more is null
                        ? null
                        : Field.Hex(nameof(ProprietaryAuthenticationData), more, 1, 16, "proprietary authentication data"),
                },
            };
    }
}
