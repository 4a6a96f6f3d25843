using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the ways to compute the check value of a clear key; where its algorithm is on the command line, those that go with it.</summary>
public sealed class CheckValueMethodCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyCheckValueAlgorithm.AnsiX924, "A block of zeros encrypted: usual for TDES"),
        new(KeyCheckValueAlgorithm.Cmac, "CMAC of a block of zeros: usual for AES"),
        new(KeyCheckValueAlgorithm.Hmac, "HMAC of nothing: usual for HMAC keys"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => Known.Where(value => request.Text("Algorithm") is not { } algorithm
        || algorithm.StartsWith("HMAC", StringComparison.OrdinalIgnoreCase) == (value.Text == KeyCheckValueAlgorithm.Hmac));
}
