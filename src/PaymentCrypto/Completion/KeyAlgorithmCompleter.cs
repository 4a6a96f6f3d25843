using System.Collections;
using PaymentCrypto.Api;
using PaymentCrypto.Commands;

namespace PaymentCrypto.Completion;

/// <summary>Offers the algorithms that go with the usage on the command line; all of them when there is none yet.</summary>
public sealed class KeyAlgorithmCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters)
    {
        string? usage = KnownValue.OfUsage(KeyUsage.All, fakeBoundParameters["Usage"]?.ToString());
        KeyUsageGuide? guide = KeyUsageGuide.Find(usage);
        return (guide?.Algorithms ?? KeyAlgorithm.All).Select(algorithm => new CompletionValue(algorithm, guide is null ? algorithm : $"{algorithm} for: {guide.Meaning}"));
    }
}
