using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.WorkingKeys;

/// <summary>Makes one half of the validation of a key encryption key between two hosts by AS 2805.</summary>
/// <remarks>
/// <para>
/// Two hosts make sure that they have the same key encryption key: one sends a random key under a variant of it, the other answers with the
/// inverse of that key under another variant. Without -RandomKeySend this is the one that begins; with it the one that answers.
/// </para>
/// </remarks>
/// <seealso cref="ConvertPcKeyMaterialCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsCommon.New, "PcAs2805KekValidation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = RequestSet)]
[OutputType(typeof(KekValidation))]
public sealed class NewPcAs2805KekValidationCommand : PcDataPlaneCmdlet
{
    private const string RequestSet = "Request";
    private const string ResponseSet = "Response";

    private readonly KeyParameter _key;

    /// <summary>Creates the cmdlet.</summary>
    public NewPcAs2805KekValidationCommand() => _key = new KeyParameter(this, nameof(Key));

    /// <summary>The key encryption key: a K0 key, TDES. An id, ARN, alias or object of Get-PcKey.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("KeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? Key { get; set; }

    /// <summary>The variant of the key that the sent random key is under.</summary>
    [Parameter(Mandatory = true)]
    [Alias("RandomKeySendVariantMask")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string VariantMask { get; set; } = string.Empty;

    /// <summary>The algorithm of the random key.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [Alias("DeriveKeyAlgorithm")]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string Algorithm { get; set; } = SymmetricKeyAlgorithm.Tdes2Key;

    /// <summary>The most bytes that the random key may have. Unless given, as many as its algorithm has.</summary>
    [Parameter(ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RandomKeyMaxLength { get; set; }

    /// <summary>The random key (KRs) that the other host has sent, hex: it is answered.</summary>
    [Parameter(ParameterSetName = ResponseSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string RandomKeySend { get; set; } = string.Empty;

    private protected override void Execute()
    {
        KeyUse key = Use(_key, Key);
        var request = new GenerateAs2805KekValidationRequest
        {
            KeyIdentifier = key.Identifier,
            RandomKeySendVariantMask = Field.Choice(nameof(VariantMask), VariantMask, RandomKeySendVariantMask.All),
            KekValidationType = ParameterSetName == ResponseSet
                ? new() { KekValidationResponse = new KekValidationResponse { RandomKeySend = Sent() } }
                : new()
                {
                    KekValidationRequest = new KekValidationRequest
                    {
                        DeriveKeyAlgorithm = Field.Choice(nameof(Algorithm), Algorithm, SymmetricKeyAlgorithm.All),
                        RandomKeyMaxLength = Field.Choice(nameof(RandomKeyMaxLength), RandomKeyMaxLength, Api.RandomKeyMaxLength.All),
                    },
                },
        };
        if (!ShouldProcess(key.ToString(), "Make validation of the key"))
        {
            return;
        }

        GenerateAs2805KekValidationResponse response = Send(request);
        WriteObject(new KekValidation
        {
            RandomKeySend = response.RandomKeySend,
            RandomKeyReceive = response.RandomKeyReceive,
            KeyArn = response.KeyArn,
            KeyCheckValue = response.KeyCheckValue,
        });
    }

    private string Sent()
    {
        string sent = Field.Hex(nameof(RandomKeySend), RandomKeySend, 16, 48, "a random key");
        return sent.Length is 16 or 32 or 48
            ? sent
            : throw Field.Invalid(nameof(RandomKeySend), $"-{nameof(RandomKeySend)} has {sent.Length} hex digits; a TDES key has 16, 32 or 48.");
    }
}
