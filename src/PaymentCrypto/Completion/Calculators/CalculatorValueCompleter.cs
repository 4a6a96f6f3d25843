using PaymentCrypto.Api;

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
        ["DukptDerivationType"] =
        [
            new(DukptDerivationType.Tdes2Key, "TDES, 16 bytes"),
            new(DukptDerivationType.Tdes3Key, "TDES, 24 bytes"),
            new(DukptDerivationType.Aes128, "AES, 16 bytes"),
            new(DukptDerivationType.Aes192, "AES, 24 bytes"),
            new(DukptDerivationType.Aes256, "AES, 32 bytes"),
        ],
        ["DukptKeyVariant"] =
        [
            new(DukptKeyVariant.Request, "the key for what the device sends"),
            new(DukptKeyVariant.Response, "the key for what the host answers"),
            new(DukptKeyVariant.Bidirectional, "one key for both ways"),
        ],
        ["Algorithm"] =
        [
            new(MacAlgorithm.Iso9797Algorithm3, "retail MAC of X9.19, TDES"),
            new(MacAlgorithm.Iso9797Algorithm1, "CBC-MAC, TDES"),
            new(MacAlgorithm.Cmac, "CMAC, AES or TDES"),
            new(MacAlgorithm.Hmac, "HMAC with the hash of the key"),
            new(MacAlgorithm.HmacSha224, "HMAC with SHA-224"),
            new(MacAlgorithm.HmacSha256, "HMAC with SHA-256"),
            new(MacAlgorithm.HmacSha384, "HMAC with SHA-384"),
            new(MacAlgorithm.HmacSha512, "HMAC with SHA-512"),
            new(MacAlgorithm.As2805Part41, "retail MAC of AS 2805, 4 bytes"),
        ],
        ["MajorKeyDerivationMode"] =
        [
            new(MajorKeyDerivationMode.EmvOptionA, "from the last 16 digits of PAN and sequence number"),
            new(MajorKeyDerivationMode.EmvOptionB, "from a hash, for PANs of 17 digits and more"),
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

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => Known.GetValueOrDefault(request.ParameterName) ?? [];
}
