using System.Management.Automation;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Computes the cryptogram of a card's request (ARQC), as the chip does.</summary>
/// <remarks>
/// <para>
/// Derives the card key and the session key, and computes the cryptogram over the data of the transaction: EMV 4.3 book 2, 8.1. The same
/// function makes a TC and an AAC.
/// </para>
/// <para>
/// Why is an ARQC wrong? -ShowSteps shows each key by its check value and each block: compare them with those of the other side, from the
/// top, and the first that differs is the cause.
/// </para>
/// </remarks>
/// <seealso cref="GetPcAuthResponseCryptogramCommand"/>
/// <seealso cref="GetPcEmvKeyCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcAuthRequestCryptogram")]
[OutputType(typeof(CalculatedValue), typeof(CalculationStep))]
public sealed class GetPcAuthRequestCryptogramCommand : PcEmvCalculatorCmdlet
{
    private const int BlockLength = 8;

    /// <summary>The data of the transaction in the order of the scheme: hex digits or a byte array.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Data")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? TransactionData { get; set; }

    /// <summary>
    /// How the last block is filled. The data has to be padded already unless it is given: CVN 10 has Method1 (zeros), CVN 18 and most others Method2 (80 and zeros).
    /// </summary>
    [Parameter]
    public BlockPadding Padding { get; set; }

    /// <summary>How the session key is derived; VISA and AMEX have none and use the card key.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? SessionKeyDerivationMode { get; set; } = Api.SessionKeyDerivationMode.EmvCommonSessionKey;

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        string mode = SessionMode(SessionKeyDerivationMode);
        EmvSession session = ForCryptograms(mode);
        byte[] data = CalculatorInput.Bytes(nameof(TransactionData), TransactionData, 1, int.MaxValue);
        if (Padding == BlockPadding.None && data.Length % BlockLength != 0)
        {
            throw CalculatorInput.Invalid(
                nameof(TransactionData), "whole blocks of 8 bytes without -Padding", $"has {data.Length} bytes: add -Padding Method1 (CVN 10) or Method2 (CVN 18 and most others)");
        }

        using Lease<KeyMaterial> card = TakeCardKey(log);
        using Lease<KeyMaterial> key = SessionOf(card, session, log);
        return
        [
            new CalculatedValue
            {
                Kind = "ARQC",
                Value = Compute(calculators => calculators.Emv.Request(key.Value, data, (int)Padding, log)),
                Method = mode,
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
                PrimaryAccountNumber = PrimaryAccountNumber,
            },
        ];
    }
}
