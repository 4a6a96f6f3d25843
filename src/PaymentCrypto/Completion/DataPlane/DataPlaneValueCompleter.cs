using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion.DataPlane;

/// <summary>Offers the values of the parameters of cmdlets that use keys, as the service names them, with what they are.</summary>
public sealed class DataPlaneValueCompleter : ValueCompleter
{
    private static readonly CompletionValue[] PinFormats =
    [
        new(PinBlockFormatForPinData.IsoFormat0, "ISO 9564 format 0: bound to the PAN, TDES"),
        new(PinBlockFormatForPinData.IsoFormat1, "ISO 9564 format 1: without a PAN, TDES"),
        new(PinBlockFormatForPinData.IsoFormat3, "ISO 9564 format 3: bound to the PAN, random fill, TDES"),
        new(PinBlockFormatForPinData.IsoFormat4, "ISO 9564 format 4: bound to the PAN, AES"),
    ];

    private static readonly CompletionValue[] TranslationFormats = [.. PinFormats, new(PinFormat.As2805Format0, "AS 2805 format 0, which is that of ISO")];

    private static readonly CompletionValue[] ScriptFormats = PinFormats[..3];

    private static readonly CompletionValue[] DerivationTypes =
    [
        new(DukptDerivationType.Tdes2Key, "TDES, 16 bytes: all that a TDES base key derives"),
        new(DukptDerivationType.Tdes3Key, "TDES, 24 bytes, from an AES base key"),
        new(DukptDerivationType.Aes128, "AES, 16 bytes"),
        new(DukptDerivationType.Aes192, "AES, 24 bytes"),
        new(DukptDerivationType.Aes256, "AES, 32 bytes"),
    ];

    private static readonly CompletionValue[] BlockModes =
        [new(EmvEncryptionMode.Cbc, "cipher block chaining"), new(EmvEncryptionMode.Ecb, "each block by itself")];

    private static readonly CompletionValue[] Modes =
    [
        .. BlockModes,
        new(EncryptionMode.Cfb, "cipher feedback, whole blocks"),
        new(EncryptionMode.Cfb1, "cipher feedback, 1 bit"),
        new(EncryptionMode.Cfb8, "cipher feedback, 8 bits"),
        new(EncryptionMode.Cfb64, "cipher feedback, 64 bits, TDES"),
        new(EncryptionMode.Cfb128, "cipher feedback, 128 bits, AES"),
        new(EncryptionMode.Ofb, "output feedback"),
    ];

    private static readonly CompletionValue[] MacAlgorithms =
    [
        new(MacAlgorithm.Iso9797Algorithm1, "CBC MAC: ISO 9797-1 algorithm 1, an M1 key"),
        new(MacAlgorithm.Iso9797Algorithm3, "retail MAC: ISO 9797-1 algorithm 3, an M3 key"),
        new(MacAlgorithm.Cmac, "CMAC with TDES or AES, an M6 key"),
        new(MacAlgorithm.Hmac, "HMAC with the hash of the key, an M7 key"),
        new(MacAlgorithm.HmacSha224, "HMAC with SHA-224"),
        new(MacAlgorithm.HmacSha256, "HMAC with SHA-256"),
        new(MacAlgorithm.HmacSha384, "HMAC with SHA-384"),
        new(MacAlgorithm.HmacSha512, "HMAC with SHA-512"),
        new(MacAlgorithm.As2805Part41, "AS 2805.4.1, an M0 key"),
    ];

    private static readonly Dictionary<string, CompletionValue[]> ByParameter = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PinBlockFormat"] = PinFormats,
        ["IncomingPinBlockFormat"] = TranslationFormats,
        ["OutgoingPinBlockFormat"] = TranslationFormats,
        ["DukptDerivationType"] = DerivationTypes,
        ["IncomingDukptDerivationType"] = DerivationTypes,
        ["OutgoingDukptDerivationType"] = DerivationTypes,
        ["DukptKeyVariant"] = Variants(),
        ["IncomingDukptKeyVariant"] = Variants(),
        ["OutgoingDukptKeyVariant"] = Variants(),
        ["Mode"] = Modes,
        ["IncomingMode"] = Modes,
        ["OutgoingMode"] = Modes,
        ["PaddingType"] =
        [
            new(PaddingType.OaepSha256, "RSA-OAEP with SHA-256"),
            new(PaddingType.OaepSha512, "RSA-OAEP with SHA-512"),
            new(PaddingType.OaepSha1, "RSA-OAEP with SHA-1"),
            new(PaddingType.Pkcs1, "PKCS #1 version 1.5"),
        ],
        ["Algorithm"] = MacAlgorithms,
        ["MajorKeyDerivation"] =
        [
            new(MajorKeyDerivationMode.EmvOptionA, "EMV option A: PANs of up to 16 digits"),
            new(MajorKeyDerivationMode.EmvOptionB, "EMV option B: PANs of 17 to 19 digits"),
        ],
        ["SessionKeyDerivation"] =
        [
            new(SessionKeyDerivationMode.EmvCommonSessionKey, "EMV common session key, from -ApplicationCryptogram"),
            new(SessionKeyDerivationMode.MastercardSessionKey, "Mastercard, from -ApplicationCryptogram"),
            new(SessionKeyDerivationMode.Emv2000, "EMV 2000, from -ApplicationTransactionCounter"),
            new(SessionKeyDerivationMode.Visa, "Visa, from -ApplicationTransactionCounter"),
            new(SessionKeyDerivationMode.Amex, "American Express, from -ApplicationTransactionCounter"),
            new(SessionKeyDerivationMode.UnionPay, "UnionPay, from -ApplicationTransactionCounter"),
        ],
        ["PinBlockPadding"] =
        [
            new(PinBlockPaddingType.NoPadding, "the PIN block as it is"),
            new(PinBlockPaddingType.IsoIec7816Part4, "80 and zeros to a whole block"),
        ],
        ["PinBlockLengthPosition"] =
        [
            new(Api.PinBlockLengthPosition.None, "no length"),
            new(Api.PinBlockLengthPosition.FrontOfPinBlock, "a byte with the length before the PIN block"),
        ],
        ["VariantMask"] =
        [
            new(RandomKeySendVariantMask.VariantMask82C0, "the variant 82C0 to send, 84C0 to receive"),
            new(RandomKeySendVariantMask.VariantMask82, "the variant 82 to send, 84 to receive"),
        ],
        ["RandomKeyMaxLength"] =
        [
            new(Api.RandomKeyMaxLength.Bytes8, "8 bytes at most"),
            new(Api.RandomKeyMaxLength.Bytes16, "16 bytes at most"),
            new(Api.RandomKeyMaxLength.Bytes24, "24 bytes at most"),
        ],
        ["Encoding"] =
        [
            new("utf-8", "UTF-8"),
            new("us-ascii", "ASCII"),
            new("iso-8859-1", "Latin 1"),
            new("IBM037", "EBCDIC, United States and Canada"),
        ],
    };

    /// <summary>Creates the completer.</summary>
    public DataPlaneValueCompleter()
    {
    }

    /// <summary>The values of a parameter, whatever else is on the command line.</summary>
    internal static IEnumerable<CompletionValue> Of(string parameter) => ByParameter.GetValueOrDefault(parameter, []);

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => request switch
    {
        { CommandName: "New-PcEmvPinChange", ParameterName: "PinBlockFormat" } => ScriptFormats,
        { ParameterName: "Mode" or "IncomingMode" or "OutgoingMode" } when HasSession(request) => BlockModes,
        { CommandName: "New-PcAs2805KekValidation", ParameterName: "Algorithm" } =>
            [new(SymmetricKeyAlgorithm.Tdes2Key, "TDES, 16 bytes"), new(SymmetricKeyAlgorithm.Tdes3Key, "TDES, 24 bytes")],
        { ParameterName: "Algorithm" } when request.Has("KeySerialNumber") => MacAlgorithms[..3],
        { ParameterName: "PinBlockFormat" } => Under(request, "EncryptionKey", "DukptDerivationType"),
        { ParameterName: "IncomingPinBlockFormat" } => Under(request, "IncomingKey", "IncomingDukptDerivationType"),
        { ParameterName: "OutgoingPinBlockFormat" } => Under(request, "OutgoingKey", "OutgoingDukptDerivationType"),
        _ => Of(request.ParameterName),
    };

    // ISO 9564-1: format 4 is a block of AES, the others are of TDES.
    private static IEnumerable<CompletionValue> Under(CompletionRequest request, string keyParameter, string typeParameter)
    {
        CompletionValue[] formats = ByParameter[request.ParameterName];
        string? algorithm = request.Text(typeParameter)
            ?? (request.Text(keyParameter) is { } key ? StoredKeys.Read(request, state: null).Find(key)?.KeyAttributes?.KeyAlgorithm : null);
        bool isAes = algorithm?.StartsWith("AES", StringComparison.OrdinalIgnoreCase) == true;
        return algorithm is null ? formats : formats.Where(format => (format.Text == PinBlockFormatForPinData.IsoFormat4) == isAes);
    }

    // Under a derived key the service takes two modes.
    private static bool HasSession(CompletionRequest request) =>
        request.CommandName == "New-PcEmvPinChange" || request.Has("SessionDerivationData") || request.ParameterName switch
        {
            "IncomingMode" => request.Has("IncomingKeySerialNumber"),
            "OutgoingMode" => request.Has("OutgoingKeySerialNumber"),
            _ => request.Has("KeySerialNumber"),
        };

    private static CompletionValue[] Variants() =>
    [
        new(Api.DukptKeyVariant.Request, "what the terminal sends"),
        new(Api.DukptKeyVariant.Response, "what the terminal receives"),
        new(Api.DukptKeyVariant.Bidirectional, "both ways, AES DUKPT alone"),
    ];
}
