namespace PaymentCrypto.Completion.KeyExchange;

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
