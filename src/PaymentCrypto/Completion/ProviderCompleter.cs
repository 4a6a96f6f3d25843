namespace PaymentCrypto.Completion;

/// <summary>Offers the providers.</summary>
public sealed class ProviderCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ProviderCompleter()
        : base(
            new CompletionValue(nameof(ProviderName.Local), "The engine in the module, on a store of this machine: no account, no network"),
            new CompletionValue(nameof(ProviderName.Aws), "AWS Payment Cryptography"))
    {
    }
}
