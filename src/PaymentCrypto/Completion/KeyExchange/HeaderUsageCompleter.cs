namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the key usages of key block headers (X9.143).</summary>
public sealed class HeaderUsageCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public HeaderUsageCompleter()
        : base(
            new CompletionValue("B0", "Base derivation key"),
            new CompletionValue("B1", "Initial DUKPT key"),
            new CompletionValue("B2", "Base key variant"),
            new CompletionValue("B3", "Key derivation key"),
            new CompletionValue("C0", "Card verification key"),
            new CompletionValue("D0", "Symmetric data encryption key"),
            new CompletionValue("D1", "Asymmetric data encryption key"),
            new CompletionValue("D2", "Decimalisation table encryption key"),
            new CompletionValue("D3", "Sensitive data encryption key"),
            new CompletionValue("E0", "EMV issuer master key: application cryptograms"),
            new CompletionValue("E1", "EMV issuer master key: secure messaging, confidentiality"),
            new CompletionValue("E2", "EMV issuer master key: secure messaging, integrity"),
            new CompletionValue("E3", "EMV issuer master key: data authentication code"),
            new CompletionValue("E4", "EMV issuer master key: dynamic numbers"),
            new CompletionValue("E5", "EMV issuer master key: card personalisation"),
            new CompletionValue("E6", "EMV issuer master key: other"),
            new CompletionValue("E7", "EMV asymmetric key pair for PIN encryption"),
            new CompletionValue("I0", "Initialisation vector"),
            new CompletionValue("K0", "Key encryption key"),
            new CompletionValue("K1", "TR-31 key block protection key"),
            new CompletionValue("K2", "TR-34 asymmetric key"),
            new CompletionValue("K3", "Asymmetric key for key agreement or wrapping"),
            new CompletionValue("K4", "ISO 20038 key block protection key"),
            new CompletionValue("M0", "MAC key: ISO 16609 algorithm 1 (TDES)"),
            new CompletionValue("M1", "MAC key: ISO 9797-1 algorithm 1 (CBC-MAC)"),
            new CompletionValue("M2", "MAC key: ISO 9797-1 algorithm 2"),
            new CompletionValue("M3", "MAC key: ISO 9797-1 algorithm 3 (retail MAC)"),
            new CompletionValue("M4", "MAC key: ISO 9797-1 algorithm 4"),
            new CompletionValue("M5", "MAC key: ISO 9797-1:1999 algorithm 5"),
            new CompletionValue("M6", "MAC key: ISO 9797-1:2011 algorithm 5 (CMAC)"),
            new CompletionValue("M7", "MAC key: HMAC"),
            new CompletionValue("M8", "MAC key: ISO 9797-1 algorithm 6"),
            new CompletionValue("P0", "PIN encryption key"),
            new CompletionValue("P1", "PIN generation key"),
            new CompletionValue("S0", "Asymmetric key pair for signatures"),
            new CompletionValue("S1", "Asymmetric key pair of a certification authority"),
            new CompletionValue("S2", "Asymmetric key pair outside X9.24"),
            new CompletionValue("V0", "PIN verification key: other algorithm"),
            new CompletionValue("V1", "PIN verification key: IBM 3624"),
            new CompletionValue("V2", "PIN verification key: Visa PVV"),
            new CompletionValue("V3", "PIN verification key: X9.132 algorithm 1"),
            new CompletionValue("V4", "PIN verification key: X9.132 algorithm 2"),
            new CompletionValue("V5", "PIN verification key: X9.132 algorithm 3"))
    {
    }
}
