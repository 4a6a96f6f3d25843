namespace PaymentCrypto.Cryptography.Steps;

/// <summary>
/// One thing that a calculation did on its way: what went in, under which key, and what came out. It holds derived keys and clear PIN
/// blocks, so it exists only for the owner of the keys who asked for it, and <see cref="ToString"/> never shows them.
/// </summary>
public sealed class CalculationStep : IDisposable
{
    private readonly StepValue _input;
    private readonly StepValue _output;

    internal CalculationStep(string name, string clause, string? keyCheckValue, StepValue input, StepValue output)
    {
        Name = name;
        Clause = clause;
        KeyCheckValue = keyCheckValue;
        _input = input;
        _output = output;
    }

    /// <summary>What was done, such as <c>Derive the initial key</c>.</summary>
    public string Name { get; }

    /// <summary>The clause of the standard that says so, such as <c>X9.24-1:2009 A.6</c>.</summary>
    public string Clause { get; }

    /// <summary>Check value of the key that was used: 6 hex digits; none where no key was used.</summary>
    public string? KeyCheckValue { get; }

    /// <summary>What sort of value went in.</summary>
    public StepValueKind InputKind => _input.Kind;

    /// <summary>What sort of value came out.</summary>
    public StepValueKind OutputKind => _output.Kind;

    /// <summary>Check value of a key that went in: 6 hex digits; none where it was no key, or one without a check value.</summary>
    public string? InputCheckValue => _input.CheckValue;

    /// <summary>Check value of a key that came out: 6 hex digits; none where it is no key, or one without a check value.</summary>
    public string? OutputCheckValue => _output.CheckValue;

    /// <summary>What went in. Secret.</summary>
    /// <returns>Upper-case hex, or the digits themselves where they are digits.</returns>
    public string RevealInput() => _input.Reveal();

    /// <summary>What came out. Secret.</summary>
    /// <returns>Upper-case hex, or the digits themselves where they are digits.</returns>
    public string RevealOutput() => _output.Reveal();

    /// <summary>Zeroes what the step holds.</summary>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    /// <summary>The name and clause, never the values.</summary>
    /// <returns>A text such as <c>Derive the initial key (X9.24-1:2009 A.6)</c>.</returns>
    public override string ToString() => $"{Name} ({Clause})";
}
