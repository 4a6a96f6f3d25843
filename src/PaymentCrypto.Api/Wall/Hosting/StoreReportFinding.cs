namespace PaymentCrypto.Api.Hosting;

/// <summary>One thing that was noticed about a store.</summary>
/// <param name="Id">Its stable id; where an operation would fail for it, the id of that error.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subject">The file or record that it is about.</param>
/// <param name="Message">What was found. Never a secret.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record StoreReportFinding(string Id, StoreFindingSeverity Severity, string Subject, string Message, string Remedy);
