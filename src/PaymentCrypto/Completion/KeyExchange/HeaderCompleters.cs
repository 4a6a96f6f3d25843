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

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        request.Text("ProtectionKeyAlgorithm")?.ToUpperInvariant() switch
        {
            ['T', 'D', 'E', 'S', ..] => Known.Where(static value => value.Text is "A" or "B" or "C"),
            ['A', 'E', 'S', ..] => Known.Where(static value => value.Text is "D" or "E"),
            _ => Known,
        };
}

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

/// <summary>Offers the modes of use of key block headers; where the usage is on the command line, those that X9.143 has for it, the usual one first.</summary>
public sealed class HeaderModeCompleter : ValueCompleter
{
    private const int CodeLength = 2;
    private const string ServicePrefix = "TR31_";

    private static readonly CompletionValue[] Known =
    [
        new("B", "Encrypt and decrypt, wrap and unwrap"),
        new("C", "Generate and verify"),
        new("D", "Decrypt or unwrap only"),
        new("E", "Encrypt or wrap only"),
        new("G", "Generate only"),
        new("N", "No restriction"),
        new("S", "Sign only"),
        new("T", "Sign and decrypt"),
        new("V", "Verify only"),
        new("X", "Derive other keys"),
        new("Y", "Create key variants"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        string letters = Letters(request.Text("Usage"));
        return letters.Length == 0 ? Known : letters.Select(static letter => Known.First(value => value.Text[0] == letter));
    }

    private static string Letters(string? usage)
    {
        string code = usage is null ? string.Empty
            : usage.StartsWith(ServicePrefix, StringComparison.OrdinalIgnoreCase) && usage.Length > ServicePrefix.Length + CodeLength
                ? usage.Substring(ServicePrefix.Length, CodeLength)
                : usage;
        return code.ToUpperInvariant() switch
        {
            { Length: not CodeLength } => string.Empty,
            "B2" => "YXN",
            "I0" => "N",
            "D1" or "E7" => "BEDN",
            "S0" or "S1" or "S2" => "SVTN",
            "K3" => "XBN",
            "P1" => "CGVN",
            ['B' or 'E', _] => "XN",
            ['C' or 'M' or 'V', _] => "CGVN",
            ['D' or 'K' or 'P', _] => "BEDN",
            _ => string.Empty,
        };
    }
}

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
