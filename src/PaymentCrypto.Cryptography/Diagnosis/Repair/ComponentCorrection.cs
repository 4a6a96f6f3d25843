using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Repair;

/// <summary>A change of one or two digits of a component under which a check value fits. Disposing it zeroes the component.</summary>
public sealed class ComponentCorrection : IDisposable
{
    private readonly SecretBuffer _value;

    internal ComponentCorrection(int component, int position, int? otherPosition, char digit, bool isOddParity, SecretBuffer value)
    {
        Component = component;
        Position = position;
        OtherPosition = otherPosition;
        Digit = digit;
        IsOddParity = isOddParity;
        _value = value;
    }

    /// <summary>Which component, from 1.</summary>
    public int Component { get; }

    /// <summary>Which digit, from 1.</summary>
    public int Position { get; }

    /// <summary>The digit with which it is swapped, from 1; null when it is a wrong one.</summary>
    public int? OtherPosition { get; }

    /// <summary>The digit that belongs there. Part of the secret.</summary>
    public char Digit { get; }

    /// <summary>Whether each byte of the corrected component has odd parity.</summary>
    public bool IsOddParity { get; }

    /// <summary>The component as it would be.</summary>
    /// <exception cref="ObjectDisposedException">It has been zeroed.</exception>
    public ReadOnlySpan<byte> Value => _value.Span;

    /// <summary>Zeroes the component.</summary>
    public void Dispose() => _value.Dispose();

    /// <summary>Component and position, never a digit.</summary>
    /// <returns>For example <c>component 2, digit 7</c>.</returns>
    public override string ToString() => OtherPosition is { } other
        ? FormattableString.Invariant($"component {Component}, digits {Position} and {other} swapped")
        : FormattableString.Invariant($"component {Component}, digit {Position}");
}
