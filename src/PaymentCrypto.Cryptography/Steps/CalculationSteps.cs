using System.Collections;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Steps;

/// <summary>
/// Collects the steps of a calculation. Every function of this library that has steps takes one as its last argument, and records
/// nothing, at no cost, where it is null. Dispose it when the steps have been shown.
/// </summary>
public sealed class CalculationSteps : IReadOnlyList<CalculationStep>, IDisposable
{
    private readonly List<CalculationStep> _steps = [];

    /// <summary>How many steps there are.</summary>
    public int Count => _steps.Count;

    /// <summary>One step, in the order of the calculation.</summary>
    /// <param name="index">From 0.</param>
    public CalculationStep this[int index] => _steps[index];

    /// <inheritdoc/>
    public IEnumerator<CalculationStep> GetEnumerator() => _steps.GetEnumerator();

    /// <summary>Zeroes what the steps hold.</summary>
    public void Dispose()
    {
        foreach (CalculationStep step in _steps)
        {
            step.Dispose();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Records bytes that became bytes.</summary>
    internal void Add(
        string name,
        string clause,
        ReadOnlySpan<byte> input,
        BlockCipher? key,
        ReadOnlySpan<byte> output,
        StepValueKind inputKind = StepValueKind.Data,
        StepValueKind outputKind = StepValueKind.Data)
        => Add(name, clause, StepValue.Bytes(input, inputKind), key, StepValue.Bytes(output, outputKind));

    /// <summary>Records bytes that became digits, such as a decimalised cryptogram.</summary>
    internal void AddDigits(string name, string clause, ReadOnlySpan<byte> input, ReadOnlySpan<char> output, StepValueKind kind = StepValueKind.Data)
        => Add(name, clause, StepValue.Bytes(input, kind), null, StepValue.Text(output, kind));

    /// <summary>Records digits that became bytes, such as a PIN that became a block.</summary>
    internal void AddBlock(
        string name,
        string clause,
        ReadOnlySpan<char> input,
        ReadOnlySpan<byte> output,
        StepValueKind inputKind = StepValueKind.Data,
        StepValueKind outputKind = StepValueKind.Data)
        => Add(name, clause, StepValue.Text(input, inputKind), null, StepValue.Bytes(output, outputKind));

    /// <summary>Records digits that became digits, such as a PIN that became an offset.</summary>
    internal void AddText(string name, string clause, ReadOnlySpan<char> input, ReadOnlySpan<char> output, StepValueKind inputKind, StepValueKind outputKind)
        => Add(name, clause, StepValue.Text(input, inputKind), null, StepValue.Text(output, outputKind));

    private void Add(string name, string clause, StepValue input, BlockCipher? key, StepValue output)
        => _steps.Add(new CalculationStep(name, clause, key is null ? null : StepValue.CheckValueOf(key), input, output));
}
