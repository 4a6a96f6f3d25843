using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Computes the MAC of a message.</summary>
/// <remarks>
/// <para>
/// ISO 9797-1 algorithm 1 and 3 (the retail MAC of X9.19), CMAC, HMAC and AS 2805.4.1, under a MAC key, or under a DUKPT key of a base
/// derivation key. For the MAC of an issuer script derive the session key first, with Get-PcEmvKey.
/// </para>
/// <para>It needs no provider and no store; its keys are for test.</para>
/// </remarks>
/// <seealso cref="GetPcDukptKeyCommand"/>
/// <seealso cref="GetPcEmvKeyCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcMac")]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcMacCommand : PcCalculatorCmdlet
{
    private const int MostBytes = 1 << 20;

    /// <summary>The message: hex digits, a byte array, or with <c>-Text</c> a text.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MessageData", "Message")]
    [DataTransformation]
    [AllowNull]
    [AllowEmptyString]
    public string? Data { get; set; }

    /// <summary>The message is a text, to be encoded by <c>-Encoding</c>, and not hex digits.</summary>
    [Parameter]
    public SwitchParameter Text { get; set; }

    /// <summary>How a text is encoded.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string Encoding { get; set; } = "utf-8";

    /// <summary>How the MAC is computed.</summary>
    [Parameter]
    [Alias("MacAlgorithm")]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Algorithm { get; set; } = MacAlgorithm.Iso9797Algorithm3;

    /// <summary>
    /// How the two algorithms of ISO 9797-1 fill the last block. Unless given, zeros (method 1) as the service does for a MAC key, and none for a DUKPT key.
    /// </summary>
    [Parameter]
    public BlockPadding Padding { get; set; }

    /// <summary>
    /// The length of the MAC in bytes, the leftmost. Unless given as the service answers it: 4 by ISO 9797-1 and AS 2805, else the whole MAC.
    /// </summary>
    [Parameter]
    [Alias("Length")]
    [ValidateRange(1, 64)]
    public int? MacLength { get; set; }

    /// <summary>The key serial number (KSN) when the key is a base derivation key of DUKPT: 20 hex digits (or 16) for TDES, 24 for AES.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Ksn")]
    [AllowNull]
    [AllowEmptyString]
    public object? KeySerialNumber { get; set; }

    /// <summary>Which of the DUKPT keys for MACs.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? DukptKeyVariant { get; set; } = Api.DukptKeyVariant.Request;

    /// <summary>The algorithm of the DUKPT key, where it is another than that of the base derivation key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? DukptDerivationType { get; set; }

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        string method = Field.OneOf(nameof(Algorithm), Algorithm, MacAlgorithm.All);
        byte[] message = Convert.FromHexString(DataText.ToHex(nameof(Data), Data ?? string.Empty, Text ? DataText.EncodingOf(Encoding) : null, MostBytes));
        bool isDukpt = IsGiven(nameof(KeySerialNumber));
        int padding = (int)(IsGiven(nameof(Padding)) ? Padding : isDukpt ? BlockPadding.None : BlockPadding.Method1);
        if (padding == 0 && message.Length % 8 != 0 && method is MacAlgorithm.Iso9797Algorithm1 or MacAlgorithm.Iso9797Algorithm3)
        {
            throw CalculatorInput.Invalid(nameof(Data), "whole blocks of 8 bytes without -Padding",
                $"has {message.Length} bytes: add -Padding Method1 or Method2");
        }

        using Lease<KeyMaterial> key = isDukpt ? DukptKey(log) : TakeKey("MAC key", FamilyOf(method));
        return
        [
            new CalculatedValue
            {
                Kind = "MAC",
                Value = Compute(calculators => calculators.Macs.Compute(key.Value, method, message, padding, MacLength, log)),
                Method = method,
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
            },
        ];
    }

    private Lease<KeyMaterial> DukptKey(StepLog? log)
    {
        byte[] serial = DukptInput.SerialNumber(nameof(KeySerialNumber), KeySerialNumber);
        string variant = Field.OneOf(nameof(DukptKeyVariant), DukptKeyVariant, Api.DukptKeyVariant.All);
        string? type = IsGiven(nameof(DukptDerivationType)) ? DukptInput.DerivationType(nameof(DukptDerivationType), DukptDerivationType) : null;
        using Lease<KeyMaterial> baseKey = TakeKey("base derivation key", DukptInput.FamilyOf(serial));

        // X9.24-1:2009 table A-1: under TDES the key of the request is for both ways too.
        DukptUsage usage = variant switch
        {
            Api.DukptKeyVariant.Response => DukptUsage.MacResponse,
            Api.DukptKeyVariant.Bidirectional when serial.Length == DukptInput.AesSerialLength => DukptUsage.MacBoth,
            _ => DukptUsage.MacRequest,
        };
        DukptDerivation derivation = new(baseKey.Value, IsInitialKey: false, serial) { DerivationType = type };
        return new Lease<KeyMaterial>(Compute(calculators => calculators.Dukpt.Derive(derivation, [usage], log))[0], isOwn: true);
    }

    private static string? FamilyOf(string method) => method switch
    {
        MacAlgorithm.Iso9797Algorithm1 or MacAlgorithm.Iso9797Algorithm3 or MacAlgorithm.As2805Part41 => "TDES",
        MacAlgorithm.Cmac => "AES",
        MacAlgorithm.Hmac => null,
        _ => method,
    };
}
