namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>What is known of a check beforehand.</summary>
/// <param name="Clause">The clause of the standard, or the rule of the service.</param>
/// <param name="Side">Whose part it usually is to do something.</param>
/// <param name="Action">What to do when it fails, in one sentence.</param>
public sealed record CheckAdvice(string Clause, FindingSide Side, string Action);
