using PaymentCrypto.Cryptography.Diagnosis;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>What a user is told, as names: the checks of an outcome in the order in which they are shown.</summary>
internal static class Told
{
    public static string Fails(this IEnumerable<ExchangeFinding> findings) => Of(findings, FindingOutcome.Fail);

    public static string Unknowns(this IEnumerable<ExchangeFinding> findings) => Of(findings, FindingOutcome.Unknown);

    public static string Passes(this IEnumerable<ExchangeFinding> findings) => Of(findings, FindingOutcome.Pass);

    /// <summary>The failure that is shown first.</summary>
    public static ExchangeFinding First(IEnumerable<ExchangeFinding> findings)
    {
        ExchangeFinding first = findings.First();
        Assert.Equal(FindingOutcome.Fail, first.Outcome);
        return first;
    }

    private static string Of(IEnumerable<ExchangeFinding> findings, FindingOutcome outcome) =>
        string.Join(' ', findings.Where(finding => finding.Outcome == outcome).Select(static finding => finding.Check));
}
