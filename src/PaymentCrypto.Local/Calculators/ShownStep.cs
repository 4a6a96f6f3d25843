using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Local.Calculators;

/// <summary>
/// A step as it may be shown: a key by its check value, a PIN not at all, a card number without its middle, unless everything is to be revealed.
/// </summary>
internal static class ShownStep
{
    public static LoggedStep Of(CalculationStep step, StepLog log) => new(
        step.Name,
        step.Clause,
        Show(step.InputKind, step.InputCheckValue, step.RevealInput, log),
        step.KeyCheckValue,
        Show(step.OutputKind, step.OutputCheckValue, step.RevealOutput, log));

    private static string Show(StepValueKind kind, string? checkValue, Func<string> reveal, StepLog log) => kind switch
    {
        _ when log.IsRevealing => reveal(),
        StepValueKind.Data => CardNumberMask.Apply(reveal(), log.CardNumber),
        StepValueKind.Pin => "(PIN, hidden)",
        _ => checkValue is null ? "(key)" : $"(key, KCV {checkValue})",
    };
}
