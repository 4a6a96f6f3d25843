using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Steps;

// Derived keys are never expanded for the platform: only their check value, for whoever wants to see the steps, is worth that.
internal static class TdesSteps
{
    /// <summary>Records bytes that became bytes under a TDES or DES key.</summary>
    internal static void AddTdes(
        this CalculationSteps steps,
        string name,
        string clause,
        ReadOnlySpan<byte> input,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> output,
        StepValueKind outputKind = StepValueKind.Data)
    {
        using var cipher = BlockCipher.CreateTdes(key);
        steps.Add(name, clause, input, cipher, output, outputKind: outputKind);
    }
}
