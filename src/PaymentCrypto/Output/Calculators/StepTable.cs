using PaymentCrypto.Api.Calculators;

namespace PaymentCrypto;

/// <summary>What was written down of a calculation, as the objects that are shown.</summary>
internal static class StepTable
{
    /// <summary>The steps, numbered from 1.</summary>
    /// <param name="log">The log; null where nobody asked for the steps.</param>
    public static IEnumerable<CalculationStep> Of(StepLog? log) => (log?.Steps ?? []).Select(static (step, index) => new CalculationStep
    {
        Number = index + 1,
        Step = step.Name,
        Clause = step.Clause,
        Input = step.Input,
        KeyCheckValue = step.KeyCheckValue,
        Output = step.Output,
    });

    /// <summary>Adds the line of a result.</summary>
    /// <param name="log">The log.</param>
    /// <param name="name">What it is, for example <c>PIN block</c>.</param>
    /// <param name="value">The value.</param>
    public static void AddResult(this StepLog log, string name, string value) =>
        log.Add(new LoggedStep($"Result: {name}", string.Empty, string.Empty, null, value));
}
