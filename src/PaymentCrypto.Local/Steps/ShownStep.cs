using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Local.Steps;

/// <summary>
/// A step as it may be shown: a key by its check value, a PIN or plain text not at all, a card number without its middle, unless everything is to
/// be revealed.
/// </summary>
internal static class ShownStep
{
    /// <summary>Writes steps down.</summary>
    /// <param name="steps">What has happened; null where nobody asked.</param>
    /// <param name="log">Where they go.</param>
    public static void Record(CalculationSteps? steps, StepLog? log)
    {
        foreach (CalculationStep step in steps ?? Enumerable.Empty<CalculationStep>())
        {
            log!.Add(Of(step, log));
        }
    }

    private static LoggedStep Of(CalculationStep step, StepLog log) => new(
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
        StepValueKind.PlainText => "(plain text, hidden)",
        _ => checkValue is null ? "(key)" : $"(key, KCV {checkValue})",
    };
}
