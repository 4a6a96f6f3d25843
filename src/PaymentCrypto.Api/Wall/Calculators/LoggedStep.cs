namespace PaymentCrypto.Api.Calculators;

/// <summary>One step of a calculation as it may be shown.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Clause">The clause of the standard that says so.</param>
/// <param name="Input">What went in: hex or digits, or what stands for a secret.</param>
/// <param name="KeyCheckValue">Check value of the key that was used: 6 hex digits; null where no key was used, or one that has none.</param>
/// <param name="Output">What came out, as <paramref name="Input"/>.</param>
public sealed record LoggedStep(string Name, string Clause, string Input, string? KeyCheckValue, string Output);
