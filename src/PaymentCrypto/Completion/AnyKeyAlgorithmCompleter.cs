using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>Offers every algorithm that a key can have; where usage or class is on the command line, those that go with it.</summary>
public sealed class AnyKeyAlgorithmCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from algorithm in KeyUsageGuide.Of(request.Text("Usage"))?.Algorithms ?? KeyAlgorithm.All
        where KeyClassCompleter.Fits(request.Text("Class"), algorithm)
        select new CompletionValue(algorithm, algorithm);
}
