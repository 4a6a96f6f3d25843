using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the ways to compute a key check value; where the algorithm is on the command line, those that go with it.</summary>
public sealed class KeyCheckValueAlgorithmCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyCheckValueAlgorithm.AnsiX924, "Encrypt a block of zeros: the default for TDES"),
        new(KeyCheckValueAlgorithm.Cmac, "CMAC of a block of zeros: the default for AES"),
        new(KeyCheckValueAlgorithm.Hmac, "HMAC of nothing: the default for HMAC keys"),
        new(KeyCheckValueAlgorithm.Sha1, "SHA-1 of the public key: the default for key pairs"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => Known.Where(value => Fits(value.Text, request));

    private static bool Fits(string method, CompletionRequest request) => (request.CommandName, request.Text("Algorithm")) switch
    {
        // Only initial keys of DUKPT have a choice at export.
        ("Export-PcKey", _) => method is KeyCheckValueAlgorithm.AnsiX924 or KeyCheckValueAlgorithm.Cmac,
        (_, null) => true,
        (_, var algorithm) when KeyClassCompleter.IsAsymmetric(algorithm) => method == KeyCheckValueAlgorithm.Sha1,
        (_, var algorithm) when algorithm.StartsWith("HMAC", StringComparison.OrdinalIgnoreCase) => method == KeyCheckValueAlgorithm.Hmac,
        _ => method is KeyCheckValueAlgorithm.AnsiX924 or KeyCheckValueAlgorithm.Cmac,
    };
}
