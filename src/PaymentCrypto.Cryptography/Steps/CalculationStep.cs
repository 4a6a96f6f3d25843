using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Steps;

/// <summary>
/// One thing that a calculation did on its way: what went in, under which key, and what came out. It holds derived keys and clear PIN
/// blocks, so it exists only for the owner of the keys who asked for it, and <see cref="ToString"/> never shows them.
/// </summary>
public sealed class CalculationStep : IDisposable
{
    private readonly SecretBuffer _input;
    private readonly SecretBuffer _output;
    private readonly bool _inputIsText;
    private readonly bool _outputIsText;

    internal CalculationStep(
        string name, string clause, string? keyCheckValue, ReadOnlySpan<byte> input, bool inputIsText, ReadOnlySpan<byte> output, bool outputIsText)
    {
        Name = name;
        Clause = clause;
        KeyCheckValue = keyCheckValue;
        _input = SecretBuffer.CopyOf(input);
        _output = SecretBuffer.CopyOf(output);
        _inputIsText = inputIsText;
        _outputIsText = outputIsText;
    }

    /// <summary>What was done, such as <c>Derive the initial key</c>.</summary>
    public string Name { get; }

    /// <summary>The clause of the standard that says so, such as <c>X9.24-1:2009 A.6</c>.</summary>
    public string Clause { get; }

    /// <summary>Check value of the key that was used: 6 hex digits; none where no key was used.</summary>
    public string? KeyCheckValue { get; }

    /// <summary>What went in. Secret.</summary>
    /// <returns>Upper-case hex, or the digits themselves where they are digits.</returns>
    public string RevealInput() => Reveal(_input, _inputIsText);

    /// <summary>What came out. Secret.</summary>
    /// <returns>Upper-case hex, or the digits themselves where they are digits.</returns>
    public string RevealOutput() => Reveal(_output, _outputIsText);

    /// <summary>Zeroes what the step holds.</summary>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    /// <summary>The name and clause, never the values.</summary>
    /// <returns>A text such as <c>Derive the initial key (X9.24-1:2009 A.6)</c>.</returns>
    public override string ToString() => $"{Name} ({Clause})";

    private static string Reveal(SecretBuffer value, bool isText) => isText ? Encoding.ASCII.GetString(value.Span) : Convert.ToHexString(value.Span);
}
