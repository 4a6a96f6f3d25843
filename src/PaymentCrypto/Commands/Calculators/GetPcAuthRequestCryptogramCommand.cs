using System.Management.Automation;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
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
/// top, and the first that differs is the cause. With -ExpectedCryptogram what is usually wrong is tried.
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
    /// How the last block is filled. The data has to be padded already unless it is given: CVN 10 has Method1 (zeros), CVN 18 and most others Method2 (80 and
    /// zeros).
    /// </summary>
    [Parameter]
    public BlockPadding Padding { get; set; }

    /// <summary>How the session key is derived; VISA and AMEX have none and use the card key.</summary>
    [Parameter]
    [Alias("SessionKeyDerivation")]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? SessionKeyDerivationMode { get; set; } = Api.SessionKeyDerivationMode.EmvCommonSessionKey;

    /// <summary>
    /// The cryptogram that it shall be: 8 bytes as 16 hex digits. When another is computed, other derivations, paddings, sequence numbers and counters are
    /// tried, and a warning says which of them give it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Expected")]
    [AllowNull]
    [AllowEmptyString]
    public string? ExpectedCryptogram { get; set; }

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        string mode = SessionMode(SessionKeyDerivationMode);
        EmvSession session = ForCryptograms(mode);
        byte[] data = CalculatorInput.Bytes(nameof(TransactionData), TransactionData, 1, int.MaxValue);
        if (Padding == BlockPadding.None && data.Length % BlockLength != 0)
        {
            throw CalculatorInput.Invalid(
                nameof(TransactionData), "whole blocks of 8 bytes without -Padding", $"has {data.Length} bytes: add -Padding Method1 (CVN 10) or Method2 "
                    + "(CVN 18 and most others)");
        }

        string? expected = IsGiven(nameof(ExpectedCryptogram))
            ? Convert.ToHexString(CalculatorInput.Bytes(nameof(ExpectedCryptogram), ExpectedCryptogram, 8, 8))
            : null;
        using Lease<KeyMaterial> given = TakeGivenKey();
        using Lease<KeyMaterial> card = CardKeyOf(given, log);
        using Lease<KeyMaterial> key = SessionOf(card, session, log);
        string cryptogram = Compute(calculators => calculators.Emv.Request(key.Value, data, (int)Padding, log));
        if (expected is not null && expected != cryptogram)
        {
            WriteWarning(Explain(given.Value, data, expected, cryptogram, mode));
        }

        return
        [
            new CalculatedValue
            {
                Kind = "ARQC",
                Value = cryptogram,
                Method = mode,
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = CheckValueOf(key.Value)?.Value,
                PrimaryAccountNumber = PrimaryAccountNumber,
            },
        ];
    }

    private string Explain(KeyMaterial given, byte[] data, string expected, string cryptogram, string mode)
    {
        string? number = FromCardKey ? null : Field.Pan(PrimaryAccountNumber);
        CryptogramTerms terms = new(
            mode,
            Padding,
            PanSequenceNumber ?? string.Empty,
            Mode(),
            IsGiven(nameof(ApplicationTransactionCounter))
                ? CalculatorInput.Bytes(nameof(ApplicationTransactionCounter), ApplicationTransactionCounter, 2, 2)
                : [],
            IsGiven(nameof(UnpredictableNumber)) ? CalculatorInput.Bytes(nameof(UnpredictableNumber), UnpredictableNumber, 4, 4) : []);
        CryptogramSearch search = new(terms, number, data);
        string? changes = Compute(calculators => search.Find(trial => Try(calculators.Emv, given, number, data, trial), expected));
        return changes is not null
            ? $"The ARQC is {cryptogram}, not {expected}. It is {expected} with {changes}."
            : $"The ARQC is {cryptogram}, not {expected}, and none of {search.Count} other ways gives it. So the data, the card number or the key is another: "
                + $"compare the check value of the {(FromCardKey ? "card key" : "master key")}, {CheckValueOf(given)?.Value}, and the tags of the data one "
                    + "by one.";
    }

    private static string Try(IEmvCalculator emv, KeyMaterial given, string? number, byte[] data, CryptogramTerms terms)
    {
        using Lease<KeyMaterial> card = number is null
            ? new Lease<KeyMaterial>(given, isOwn: false)
            : new Lease<KeyMaterial>(emv.CardKey(given, terms.MajorMode, number, terms.Sequence, log: null), isOwn: true);
        using KeyMaterial? session =
            emv.SessionKey(card.Value, new EmvSession(terms.Mode) { Counter = terms.Counter, UnpredictableNumber = terms.UnpredictableNumber }, log: null);
        return emv.Request(session ?? card.Value, data, (int)terms.Padding, log: null);
    }
}
