namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the versions of TR-31 key blocks.</summary>
public sealed class VersionCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public VersionCompleter()
        : base(
            new CompletionValue("B", "TDES protection key, derived keys"),
            new CompletionValue("D", "AES protection key, CBC"),
            new CompletionValue("E", "AES protection key, counter mode (ISO 20038)"),
            new CompletionValue("A", "TDES protection key, key variants: withdrawn"),
            new CompletionValue("C", "TDES protection key, key variants: withdrawn"))
    {
    }
}
