namespace PaymentCrypto.Api.Tools;

/// <summary>How one check of an exchange came out.</summary>
/// <param name="Check">The name of the check. Stable.</param>
/// <param name="Outcome"><c>Fail</c>, <c>Unknown</c> or <c>Pass</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What would be right; null when <paramref name="Found"/> says it.</param>
/// <param name="Clause">The clause of the standard, or the rule of the service.</param>
/// <param name="Action">What to do about it; null when there is nothing to do.</param>
/// <param name="Side"><c>Sender</c>, <c>Receiver</c> or <c>Transport</c>; null when there is nothing to do.</param>
public sealed record ExchangeCheckResult(string Check, string Outcome, string Found, string? Expected, string? Clause, string? Action, string? Side);
