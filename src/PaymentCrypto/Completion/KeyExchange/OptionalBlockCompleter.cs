namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers optional blocks of key block headers, up to their content.</summary>
public sealed class OptionalBlockCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public OptionalBlockCompleter()
        : base(
            new CompletionValue("BI=", "Base derivation key identifier: 00 and 10 hex digits (TDES), or 01 and 8 (AES)"),
            new CompletionValue("DA=", "Derivations allowed: 01 and 5 characters each"),
            new CompletionValue("HM=", "Hash of an HMAC key: 20 SHA-224, 21 SHA-256, 22 SHA-384, 23 SHA-512"),
            new CompletionValue("IK=", "Initial key identifier of AES DUKPT: 16 hex digits"),
            new CompletionValue("KC=", "Check value of the key: 00 or 01 and hex digits"),
            new CompletionValue("KP=", "Check value of the protection key: 00 or 01 and hex digits"),
            new CompletionValue("KS=", "Initial key serial number of TDES DUKPT: 20 hex digits"),
            new CompletionValue("LB=", "Label: free text"),
            new CompletionValue("TC=", "Time of creation, ISO 8601 in UTC"),
            new CompletionValue("TS=", "Time stamp, ISO 8601 in UTC"),
            new CompletionValue("WP=", "Wrapping pedigree: 000 to 003"),
            new CompletionValue("CT=", "Certificate: 00 and base64 of DER"),
            new CompletionValue("AL=", "Asymmetric key life: 0100 or 0101"),
            new CompletionValue("FL=", "Flags"))
    {
    }
}
