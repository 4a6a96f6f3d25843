using System.Collections;
using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers every algorithm that a key can have.</summary>
public sealed class AnyKeyAlgorithmCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters) =>
        KeyAlgorithm.All.Select(static algorithm => new CompletionValue(algorithm, algorithm));
}
