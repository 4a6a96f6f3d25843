namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the modes of use of key block headers.</summary>
public sealed class HeaderModeCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public HeaderModeCompleter()
        : base(
            new CompletionValue("B", "Encrypt and decrypt, wrap and unwrap"),
            new CompletionValue("C", "Generate and verify"),
            new CompletionValue("D", "Decrypt or unwrap only"),
            new CompletionValue("E", "Encrypt or wrap only"),
            new CompletionValue("G", "Generate only"),
            new CompletionValue("N", "No restriction"),
            new CompletionValue("S", "Sign only"),
            new CompletionValue("T", "Sign and decrypt"),
            new CompletionValue("V", "Verify only"),
            new CompletionValue("X", "Derive other keys"),
            new CompletionValue("Y", "Create key variants"))
    {
    }
}
