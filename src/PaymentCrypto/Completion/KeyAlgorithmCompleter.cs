using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>Offers the algorithms that go with the usage and the form of the key on the command line; all of them when there is neither yet.</summary>
public sealed class KeyAlgorithmCompleter : ValueCompleter
{
    // What RSA carries in a key cryptogram, and what AS 2805 wraps.
    private static readonly string[] InCryptogram =
    [
        KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key, KeyAlgorithm.Aes128,
        KeyAlgorithm.HmacSha224, KeyAlgorithm.HmacSha256, KeyAlgorithm.HmacSha384, KeyAlgorithm.HmacSha512,
    ];

    private static readonly string[] UnderAs2805 = [KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        KeyUsageGuide? guide = KeyUsageGuide.Of(request.Text("Usage"));
        IReadOnlyList<string> possible = request switch
        {
            { CommandName: "Import-PcKey" } when request.Has("As2805KeyVariant") => UnderAs2805,
            { CommandName: "Import-PcKey" } => InCryptogram,
            _ => KeyAlgorithm.All,
        };
        return from algorithm in guide?.Algorithms ?? KeyAlgorithm.All
               where possible.Contains(algorithm) && KeyClassCompleter.Fits(request.Text("Class"), algorithm)
               select new CompletionValue(algorithm, guide is null ? algorithm : $"{algorithm} for: {guide.Meaning}");
    }
}
