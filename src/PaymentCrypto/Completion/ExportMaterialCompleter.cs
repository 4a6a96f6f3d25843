using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the kinds of key material that are exported with a token.</summary>
public sealed class ExportMaterialCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ExportMaterialCompleter()
        : base(new CompletionValue(KeyMaterialType.Tr34KeyBlock, "A TR-34 key token, signed by the service"))
    {
    }
}
