using System.Management.Automation;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Computes the cryptogram of the issuer's response (ARPC), as the issuer does.</summary>
/// <remarks>
/// <para>
/// With -AuthResponseCode by method 1 (EMV 4.3 book 2, 8.2.1), 8 bytes; with -CardStatusUpdate by method 2 (8.2.2), 4 bytes.
/// </para>
/// <para>
/// By method 1, MASTERCARD_SESSION_KEY has the answer under the card key, every other mode under the session key.
/// </para>
/// </remarks>
/// <seealso cref="GetPcAuthRequestCryptogramCommand"/>
/// <seealso cref="GetPcEmvKeyCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcAuthResponseCryptogram", DefaultParameterSetName = Method1Set)]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcAuthResponseCryptogramCommand : PcEmvCalculatorCmdlet
{
    private const string Method1Set = "Method1";
    private const string Method2Set = "Method2";

    /// <summary>The cryptogram of the request (ARQC): 8 bytes as 16 hex digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arqc", "Value")]
    [AllowNull]
    [AllowEmptyString]
    public string? AuthRequestCryptogram { get; set; }

    /// <summary>The authorisation response code (ARC), tag 8A: 2 bytes as 4 hex digits; 3030 is approved.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Method1Set, ValueFromPipelineByPropertyName = true)]
    [Alias("Arc")]
    [AllowNull]
    [AllowEmptyString]
    public string? AuthResponseCode { get; set; }

    /// <summary>The card status update (CSU): 4 bytes as 8 hex digits.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Method2Set, ValueFromPipelineByPropertyName = true)]
    [Alias("Csu")]
    [AllowNull]
    [AllowEmptyString]
    public string? CardStatusUpdate { get; set; }

    /// <summary>Proprietary authentication data: up to 8 bytes, hex digits.</summary>
    [Parameter(ParameterSetName = Method2Set, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ProprietaryAuthenticationData { get; set; }

    /// <summary>How the session key is derived; VISA and AMEX have none and use the card key.</summary>
    [Parameter]
    [Alias("SessionKeyDerivation")]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? SessionKeyDerivationMode { get; set; } = Api.SessionKeyDerivationMode.EmvCommonSessionKey;

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        bool isMethod1 = ParameterSetName == Method1Set;
        string mode = SessionMode(SessionKeyDerivationMode);
        bool isUnderCardKey = isMethod1 && mode == Api.SessionKeyDerivationMode.MastercardSessionKey;
        EmvSession? session = isUnderCardKey ? null : ForCryptograms(mode);
        byte[] request = CalculatorInput.Bytes(nameof(AuthRequestCryptogram), AuthRequestCryptogram, 8, 8);
        byte[] answer = isMethod1
            ? CalculatorInput.Bytes(nameof(AuthResponseCode), AuthResponseCode, 2, 2)
            : CalculatorInput.Bytes(nameof(CardStatusUpdate), CardStatusUpdate, 4, 4);
        byte[] proprietary = IsGiven(nameof(ProprietaryAuthenticationData))
            ? CalculatorInput.Bytes(nameof(ProprietaryAuthenticationData), ProprietaryAuthenticationData, 1, 8)
            : [];
        using Lease<KeyMaterial> given = TakeGivenKey();
        using Lease<KeyMaterial> card = CardKeyOf(given, log);
        using Lease<KeyMaterial> key = session is null ? new Lease<KeyMaterial>(card.Value, isOwn: false) : SessionOf(card, session, log);
        return
        [
            new CalculatedValue
            {
                Kind = "ARPC",
                Value = isMethod1
                    ? Compute(calculators => calculators.Emv.ResponseMethod1(key.Value, request, answer, log))
                    : Compute(calculators => calculators.Emv.ResponseMethod2(key.Value, request, answer, proprietary, log)),
                Method = mode,
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
                PrimaryAccountNumber = PrimaryAccountNumber,
            },
        ];
    }
}
