namespace PaymentCrypto.Completion;

/// <summary>Offers the check values of the provider's keys, with what the keys are.</summary>
public sealed class StoredCheckValueCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        StoredKeys stored = StoredKeys.Read(request, state: null);
        return from key in stored.Keys
               where !string.IsNullOrEmpty(key.KeyCheckValue)
               let alias = stored.Aliases.FirstOrDefault(alias => alias.KeyArn == key.KeyArn)?.AliasName
               select new CompletionValue(key.KeyCheckValue!, $"{alias ?? KeyText.Id(key.KeyArn)}: {KeyText.Summary(key)}");
    }
}
