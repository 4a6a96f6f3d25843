namespace PaymentCrypto.Api.Calculators;

/// <summary>
/// What the other side of a card transaction computes: terminal, acquirer, issuer and card, with clear test keys, offline and without a
/// store. The one implementation lives behind the module's dependency wall and is found by name, with a public parameterless constructor.
/// </summary>
/// <remarks>
/// Every calculator refuses with <see cref="CalculationException"/>, takes a <see cref="StepLog"/> that may be null, and writes its steps
/// there up to where it refused. The caller disposes every key that it is given. Safe for use from several threads.
/// </remarks>
public interface ICalculators
{
    /// <summary>Keys of DUKPT.</summary>
    IDukptCalculator Dukpt { get; }

    /// <summary>Keys and cryptograms of EMV.</summary>
    IEmvCalculator Emv { get; }

    /// <summary>PIN blocks, and what PINs are verified by.</summary>
    IPinCalculator Pins { get; }

    /// <summary>Values on cards and of cards.</summary>
    ICardCalculator Cards { get; }

    /// <summary>Message authentication codes.</summary>
    IMacCalculator Macs { get; }
}
