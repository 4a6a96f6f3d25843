using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>A component of a key with one digit changed or two swapped, so that a check value fits. It shows its digit, and never the component.</summary>
public sealed class RepairedKeyComponent : ClearKey
{
    internal RepairedKeyComponent(EnteredCorrection correction, CheckValue? checkValue, int candidates, bool asPlainText)
        : base(correction.Value, checkValue, asPlainText)
    {
        Number = correction.Component;
        Position = correction.Position;
        OtherPosition = correction.OtherPosition;
        Digit = correction.Digit.ToString();
        OddParity = correction.OddParity;
        Candidates = candidates;
    }

    /// <summary>Which component it is, from 1.</summary>
    public int Number { get; }

    /// <summary>Which digit, from 1.</summary>
    public int Position { get; }

    /// <summary>The digit with which it is swapped, from 1; null when it is a wrong one.</summary>
    public int? OtherPosition { get; }

    /// <summary>The digit that belongs at <see cref="Position"/>. Part of the secret.</summary>
    public string Digit { get; }

    /// <summary>Whether every byte of the corrected component has odd parity; null for AES.</summary>
    public bool? OddParity { get; }

    /// <summary>How many corrections fit the check value.</summary>
    public int Candidates { get; }

    /// <summary>Component and position, never a digit.</summary>
    public override string ToString() => OtherPosition is { } other
        ? FormattableString.Invariant($"component {Number}, digits {Position} and {other} swapped, KCV {KeyCheckValue}")
        : FormattableString.Invariant($"component {Number}, digit {Position} changed, KCV {KeyCheckValue}");
}
