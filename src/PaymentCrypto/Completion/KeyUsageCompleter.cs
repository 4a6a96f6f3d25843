using System.Collections;

namespace PaymentCrypto.Completion;

/// <summary>Offers the usages that a key can be created with; also found by their two characters or a word of their meaning.</summary>
public sealed class KeyUsageCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters) =>
        KeyUsageGuide.All.Select(static guide => new CompletionValue(guide.Usage, guide.Meaning));

    private protected override bool Matches(CompletionValue value, string word) =>
        base.Matches(value, word) || base.Matches(value, "TR31_" + word) || value.ToolTip.Contains(word, StringComparison.OrdinalIgnoreCase);
}
