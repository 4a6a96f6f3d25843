using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.Calculators;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Derives the key of a card from the issuer's master key, and the session key of a transaction.</summary>
/// <remarks>
/// <para>
/// Without -SessionKeyDerivationMode it derives the card key alone (ICC master key, UDK): EMV 4.3 book 2, A1.4. With it the session key for
/// cryptograms too, or with -ForScript the one for secure messaging.
/// </para>
/// <para>
/// VISA (CVN 10) and AMEX have no session key for cryptograms: the card key itself makes them. A key goes into -Key of the other calculators.
/// </para>
/// </remarks>
/// <seealso cref="GetPcAuthRequestCryptogramCommand"/>
/// <seealso cref="GetPcMacCommand"/>
/// <seealso>about_PaymentCrypto_Calculators</seealso>
[Cmdlet(VerbsCommon.Get, "PcEmvKey")]
[OutputType(typeof(EmvKey), typeof(CalculationStep))]
public sealed class GetPcEmvKeyCommand : PcEmvCalculatorCmdlet
{
    /// <summary>How the session key is derived; the card key alone is returned unless given.</summary>
    [Parameter]
    [Alias("SessionKeyDerivation")]
    [ArgumentCompleter(typeof(CalculatorValueCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? SessionKeyDerivationMode { get; set; }

    /// <summary>The session key is for scripts (secure messaging), and not for cryptograms.</summary>
    [Parameter]
    public SwitchParameter ForScript { get; set; }

    /// <summary>The application cryptogram, tag 9F26: 8 bytes as 16 hex digits. Scripts of EMV_COMMON_SESSION_KEY and MASTERCARD_SESSION_KEY need it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AuthRequestCryptogram", "Arqc")]
    [AllowNull]
    [AllowEmptyString]
    public string? ApplicationCryptogram { get; set; }

    private protected override IReadOnlyList<ICalculated> Calculate(StepLog? log)
    {
        EmvSession? session = IsGiven(nameof(SessionKeyDerivationMode)) ? SessionTerms() : null;
        if (FromCardKey && (session is null || (!ForScript && session.Mode is Api.SessionKeyDerivationMode.Visa or Api.SessionKeyDerivationMode.Amex)))
        {
            throw new ParameterException(
                ParameterFailure.Missing,
                nameof(SessionKeyDerivationMode),
                "With -FromCardKey there is nothing to derive without -SessionKeyDerivationMode; VISA and AMEX have session keys -ForScript alone.");
        }

        using Lease<KeyMaterial> given = TakeGivenKey();
        Lease<KeyMaterial> card = CardKeyOf(given, log);
        List<ICalculated> keys = [];
        try
        {
            if (session is not null && Compute(calculators => calculators.Emv.SessionKey(card.Value, session, log)) is { } key)
            {
                keys.Add(Shown(key, ForScript ? "Script" : "Cryptogram", session.Mode));
            }

            if (!FromCardKey)
            {
                keys.Insert(0, Shown(card.Value, "Card", Mode()));
            }

            return keys;
        }
        finally
        {
            // A card key that is handed out belongs to the user.
            if (FromCardKey || keys.Count == 0)
            {
                card.Dispose();
            }
        }
    }

    private EmvSession SessionTerms()
    {
        string mode = SessionMode(SessionKeyDerivationMode);
        if (!ForScript)
        {
            return ForCryptograms(mode);
        }

        bool isByCryptogram = mode is Api.SessionKeyDerivationMode.EmvCommonSessionKey or Api.SessionKeyDerivationMode.MastercardSessionKey;
        return new(mode)
        {
            IsForScripts = true,
            Counter = isByCryptogram ? [] : Counter(mode),
            Cryptogram = isByCryptogram ? CalculatorInput.Bytes(nameof(ApplicationCryptogram), ApplicationCryptogram, 8, 8) : [],
        };
    }

    private EmvKey Shown(KeyMaterial key, string usage, string mode) => new(key, CheckValueOf(key), AsPlainText) { Usage = usage, DerivationMode = mode };
}
