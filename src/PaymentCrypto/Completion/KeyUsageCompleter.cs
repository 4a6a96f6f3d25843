using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>
/// Offers the usages that go with the algorithm and the form of the key on the command line; also found by their two characters or a
/// word of their meaning.
/// </summary>
public sealed class KeyUsageCompleter : ValueCompleter
{
    // What an imported public key can be for.
    private static readonly string[] OfCertificates =
        [KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, KeyUsage.Tr31K2Tr34AsymmetricKey];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        string? algorithm = request.Text("Algorithm") is { } text && KeyAlgorithm.All.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : null;
        return from guide in KeyUsageGuide.All
               where algorithm is null || guide.Algorithms.Contains(algorithm, StringComparer.OrdinalIgnoreCase)
               where request.CommandName != "Import-PcKey"
                   || (request.Has("TrustedCertificate") ? OfCertificates.Contains(guide.Usage) : !KeyClassCompleter.IsAsymmetric(guide.Algorithms[0]))
               select new CompletionValue(guide.Usage, guide.Meaning);
    }

    private protected override bool Matches(CompletionValue value, string word) =>
        base.Matches(value, word) || base.Matches(value, "TR31_" + word) || value.ToolTip.Contains(word, StringComparison.OrdinalIgnoreCase);
}
