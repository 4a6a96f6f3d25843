using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the kinds of key material that are imported with a token.</summary>
public sealed class ImportMaterialCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ImportMaterialCompleter()
        : base(
            new CompletionValue(KeyMaterialType.Tr34KeyBlock, "A TR-34 key token, signed by the sender"),
            new CompletionValue(KeyMaterialType.KeyCryptogram, "A key under RSA-OAEP"))
    {
    }
}
