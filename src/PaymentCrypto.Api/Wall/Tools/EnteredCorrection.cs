namespace PaymentCrypto.Api.Tools;

/// <summary>A change of a component under which a check value fits.</summary>
/// <param name="Component">Which component, from 1.</param>
/// <param name="Position">Which digit, from 1.</param>
/// <param name="OtherPosition">The digit with which it is swapped; null when it is a wrong one.</param>
/// <param name="Digit">The digit that belongs there. Part of the secret.</param>
/// <param name="OddParity">Whether each byte has odd parity then; null for AES.</param>
/// <param name="Value">The component as it would be; the caller disposes it.</param>
public sealed record EnteredCorrection(int Component, int Position, int? OtherPosition, char Digit, bool? OddParity, KeyMaterial Value)
{
    /// <summary>Component and position, never a digit.</summary>
    /// <returns>For example <c>component 2, digit 7</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"component {Component}, digit {Position}");
}
