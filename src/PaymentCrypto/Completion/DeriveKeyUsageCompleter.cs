using System.Collections;
using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the usages that keys derived by key agreement can be restricted to.</summary>
public sealed class DeriveKeyUsageCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters) =>
        DeriveKeyUsage.All.Select(static usage => new CompletionValue(usage, KeyUsageGuide.Find(usage)?.Meaning ?? usage));
}
