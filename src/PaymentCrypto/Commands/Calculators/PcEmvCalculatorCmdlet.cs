using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>A calculator that derives the key of a card, and from it the key of a transaction.</summary>
public abstract class PcEmvCalculatorCmdlet : PcCalculatorCmdlet
{
    private protected PcEmvCalculatorCmdlet()
    {
    }

    /// <summary>The card number (PAN) with its check digit: 12 to 19 digits. Not needed with <c>-FromCardKey</c>.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Pan", "CardNumber")]
    [AllowNull]
    [AllowEmptyString]
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The sequence number (PSN) of the card, tag 5F34: 2 digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Psn")]
    [AllowNull]
    [AllowEmptyString]
    public string? PanSequenceNumber { get; set; } = "00";

    /// <summary>How the card key is derived. EMV_OPTION_B differs from EMV_OPTION_A for card numbers of 17 digits and more.</summary>
    [Parameter]
    [Alias("MajorKeyDerivation")]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? MajorKeyDerivationMode { get; set; } = Api.MajorKeyDerivationMode.EmvOptionA;

    /// <summary>The application transaction counter (ATC), tag 9F36: 2 bytes as 4 hex digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Atc")]
    [AllowNull]
    [AllowEmptyString]
    public string? ApplicationTransactionCounter { get; set; }

    /// <summary>The unpredictable number of the terminal, tag 9F37: 4 bytes as 8 hex digits. MASTERCARD_SESSION_KEY needs it for cryptograms.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Un")]
    [AllowNull]
    [AllowEmptyString]
    public string? UnpredictableNumber { get; set; }

    /// <summary>The key is that of the card, and not the issuer's master key.</summary>
    [Parameter]
    public SwitchParameter FromCardKey { get; set; }

    private protected override string? CardNumber => PrimaryAccountNumber;

    /// <summary>The key that the user gave: the issuer's, or that of the card.</summary>
    private protected Lease<KeyMaterial> TakeGivenKey() => TakeKey(FromCardKey ? "EMV card key" : "issuer master key", "TDES");

    /// <summary>The key of the card, from the one that the user gave.</summary>
    private protected Lease<KeyMaterial> CardKeyOf(Lease<KeyMaterial> given, StepLog? log)
    {
        if (FromCardKey)
        {
            return new Lease<KeyMaterial>(given.Value, isOwn: false);
        }

        string number = Field.Pan(PrimaryAccountNumber);
        string sequence = Field.PanSequenceNumber(PanSequenceNumber ?? string.Empty);
        string mode = Mode();
        return new Lease<KeyMaterial>(Compute(calculators => calculators.Emv.CardKey(given.Value, mode, number, sequence, log)), isOwn: true);
    }

    /// <summary>The way to the card key.</summary>
    private protected string Mode() => Field.OneOf(nameof(MajorKeyDerivationMode), MajorKeyDerivationMode, Api.MajorKeyDerivationMode.All);

    /// <summary>What a session key for cryptograms is derived by. What the mode does not use need not be there.</summary>
    private protected EmvSession ForCryptograms(string mode) => new(mode)
    {
        Counter = mode is SessionKeyDerivationMode.Visa or SessionKeyDerivationMode.Amex ? [] : Counter(mode),
        UnpredictableNumber = mode == SessionKeyDerivationMode.MastercardSessionKey
            ? CalculatorInput.Bytes(nameof(UnpredictableNumber), UnpredictableNumber, 4, 4)
            : [],
    };

    /// <summary>The counter, which a mode needs.</summary>
    private protected byte[] Counter(string mode) => IsGiven(nameof(ApplicationTransactionCounter))
        ? CalculatorInput.Bytes(nameof(ApplicationTransactionCounter), ApplicationTransactionCounter, 2, 2)
        : throw new ParameterException(
            ParameterFailure.Missing, nameof(ApplicationTransactionCounter),
            $"-ApplicationTransactionCounter is needed for {mode}: 2 bytes (4 hex digits), tag 9F36.");

    /// <summary>The key that makes cryptograms: the session key, or the card key where the scheme has no other.</summary>
    private protected Lease<KeyMaterial> SessionOf(Lease<KeyMaterial> card, EmvSession session, StepLog? log) =>
        Compute(calculators => calculators.Emv.SessionKey(card.Value, session, log)) is { } key
            ? new Lease<KeyMaterial>(key, isOwn: true)
            : new Lease<KeyMaterial>(card.Value, isOwn: false);

    private protected static string SessionMode(string? given) => Field.OneOf("SessionKeyDerivationMode", given, SessionKeyDerivationMode.All);
}
