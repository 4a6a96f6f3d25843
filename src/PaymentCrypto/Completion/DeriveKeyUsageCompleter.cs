using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>Offers the usages that keys derived by key agreement can be restricted to; none for a key that agrees on nothing.</summary>
public sealed class DeriveKeyUsageCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        KeyUsageGuide.Of(request.Text("Usage")) is { Usage: not KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement }
            ? []
            : DeriveKeyUsage.All.Select(static usage => new CompletionValue(usage, KeyUsageGuide.Find(usage)?.Meaning ?? usage));

    private protected override bool Matches(CompletionValue value, string word) =>
        base.Matches(value, word) || base.Matches(value, "TR31_" + word);
}
