using System.Management.Automation;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

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
[Cmdlet(VerbsCommon.Get, "PcMac", DefaultParameterSetName = DataSet)]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcMacCommand : PcCalculatorCmdlet
{
    private const string DataSet = "Data";
    private const string TextSet = "Text";

    /// <summary>The message: hex digits or a byte array.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = DataSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Data", "Message")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? MessageData { get; set; }

    /// <summary>The message as text, taken as ASCII; other characters are refused.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TextSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Text { get; set; }

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

    /// <summary>The length of the MAC in bytes, the leftmost. Unless given as the service answers it: 4 by ISO 9797-1 and AS 2805, else the whole MAC.</summary>
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
        string method = CalculatorInput.OneOf(nameof(Algorithm), MacAlgorithm.All, Algorithm);
        byte[] message = Message();
        bool isDukpt = IsGiven(nameof(KeySerialNumber));
        int padding = (int)(IsGiven(nameof(Padding)) ? Padding : isDukpt ? BlockPadding.None : BlockPadding.Method1);
        if (padding == 0 && message.Length % 8 != 0 && method is MacAlgorithm.Iso9797Algorithm1 or MacAlgorithm.Iso9797Algorithm3)
        {
            throw CalculatorInput.Invalid(ParameterSetName == TextSet ? nameof(Text) : nameof(MessageData), "whole blocks of 8 bytes without -Padding", $"has {message.Length} bytes: add -Padding Method1 or Method2");
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

    private byte[] Message()
    {
        if (ParameterSetName == DataSet)
        {
            return CalculatorInput.Bytes(nameof(MessageData), MessageData, 1, int.MaxValue);
        }

        return string.IsNullOrEmpty(Text) ? throw new ParameterException(ParameterFailure.Missing, nameof(Text), "-Text is empty; it must be at least one character.")
            : Ascii.IsValid(Text) ? Encoding.ASCII.GetBytes(Text)
            : throw CalculatorInput.Invalid(nameof(Text), "ASCII", "has another character: encode it yourself, and give the bytes with -MessageData");
    }

    private Lease<KeyMaterial> DukptKey(StepLog? log)
    {
        byte[] serial = DukptInput.SerialNumber(nameof(KeySerialNumber), KeySerialNumber);
        string variant = CalculatorInput.OneOf(nameof(DukptKeyVariant), Api.DukptKeyVariant.All, DukptKeyVariant);
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
