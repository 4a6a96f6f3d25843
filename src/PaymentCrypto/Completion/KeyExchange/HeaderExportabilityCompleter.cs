namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the exportabilities of key block headers.</summary>
public sealed class HeaderExportabilityCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public HeaderExportabilityCompleter()
        : base(
            new CompletionValue("E", "Exportable under a key encryption key"),
            new CompletionValue("N", "Not exportable"),
            new CompletionValue("S", "Sensitive: exportable in other forms too"))
    {
    }
}
