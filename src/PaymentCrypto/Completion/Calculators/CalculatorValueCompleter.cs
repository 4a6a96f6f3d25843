using PaymentCrypto.Api;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Completion.Calculators;

/// <summary>Offers the values of the calculators' parameters that take one of a few, with what they are.</summary>
public sealed class CalculatorValueCompleter : ValueCompleter
{
    private static readonly Dictionary<string, CompletionValue[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PinBlockFormat"] =
        [
            new("ISO_FORMAT_0", "PIN with F fill, XOR the PAN; TDES"),
            new("ISO_FORMAT_1", "PIN with random fill, without the PAN; TDES"),
            new("ISO_FORMAT_2", "PIN with F fill, for the chip card alone"),
            new("ISO_FORMAT_3", "PIN with random fill, XOR the PAN; TDES"),
            new("ISO_FORMAT_4", "PIN with random fill and the PAN; AES"),
        ],
        ["SessionKeyDerivationMode"] =
        [
            new(SessionKeyDerivationMode.EmvCommonSessionKey, "EMV common session key: Visa CVN 18 and 22, M/Chip Advance"),
            new(SessionKeyDerivationMode.MastercardSessionKey, "M/Chip 4: by ATC and unpredictable number"),
            new(SessionKeyDerivationMode.Visa, "Visa CVN 10: the card key itself for cryptograms"),
            new(SessionKeyDerivationMode.Amex, "American Express CVN 01: the card key itself for cryptograms"),
            new(SessionKeyDerivationMode.Emv2000, "the tree of EMV 2000"),
            new(SessionKeyDerivationMode.UnionPay, "UnionPay (PBOC 3.0)"),
        ],
    };

    // Where a calculator takes the same as the cmdlets that use keys, it is said once.
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => request.ParameterName switch
    {
        "MajorKeyDerivationMode" => DataPlaneValueCompleter.Of("MajorKeyDerivation"),
        string name => Known.TryGetValue(name, out CompletionValue[]? own) ? own : DataPlaneValueCompleter.Of(name),
    };
}
