namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the versions of TR-31 key blocks; where the algorithm of the protection key is on the command line, those that take it.</summary>
public sealed class VersionCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new("B", "TDES protection key, derived keys"),
        new("D", "AES protection key, CBC"),
        new("E", "AES protection key, counter mode (ISO 20038)"),
        new("A", "TDES protection key, key variants: withdrawn"),
        new("C", "TDES protection key, key variants: withdrawn"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => request.Text("ProtectionKeyAlgorithm")?.ToUpperInvariant() switch
    {
        ['T', 'D', 'E', 'S', ..] => Known.Where(static value => value.Text is "A" or "B" or "C"),
        ['A', 'E', 'S', ..] => Known.Where(static value => value.Text is "D" or "E"),
        _ => Known,
    };
}
