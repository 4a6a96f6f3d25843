using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>A component as it was entered, with what its paper says.</summary>
/// <param name="Value">The component; it stays the caller's.</param>
/// <param name="CheckValue">The check value on its paper; null when it has none.</param>
public sealed record ComponentEvidence(SecretBuffer Value, string? CheckValue);
