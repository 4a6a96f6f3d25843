using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the variants that AS 2805 uses a key encryption key in.</summary>
public sealed class As2805VariantCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public As2805VariantCompleter()
        : base(
            new CompletionValue(As2805KeyVariant.PinEncryptionKeyVariant28, "28: PIN encryption key"),
            new CompletionValue(As2805KeyVariant.MessageAuthenticationKeyVariant24, "24: MAC key"),
            new CompletionValue(As2805KeyVariant.DataEncryptionKeyVariant22, "22: data encryption key"),
            new CompletionValue(As2805KeyVariant.TerminalMajorKeyVariant00, "00: key encryption key"))
    {
    }
}
