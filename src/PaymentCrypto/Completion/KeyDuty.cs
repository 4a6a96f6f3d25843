using PaymentCrypto.Api;
using static PaymentCrypto.Api.KeyUsage;

namespace PaymentCrypto.Completion;

/// <summary>What a key has to be to stand for a parameter of a cmdlet that uses keys. It only advises: the provider decides.</summary>
/// <param name="Usages">The usages, any of which will do.</param>
/// <param name="May">Whether the modes of use fit.</param>
internal sealed record KeyDuty(string[] Usages, Func<KeyModesOfUse, bool> May)
{
    private static readonly Func<KeyModesOfUse, bool> Encrypt = static modes => modes.Encrypt;
    private static readonly Func<KeyModesOfUse, bool> Decrypt = static modes => modes.Decrypt;
    private static readonly Func<KeyModesOfUse, bool> Generate = static modes => modes.Generate;
    private static readonly Func<KeyModesOfUse, bool> Verify = static modes => modes.Verify;
    private static readonly Func<KeyModesOfUse, bool> Derive = static modes => modes.DeriveKey;
    private static readonly Func<KeyModesOfUse, bool> Unwrap = static modes => modes.Unwrap || modes.Decrypt;
    private static readonly Func<KeyModesOfUse, bool> Wrap = static modes => modes.Wrap || modes.Encrypt;

    private static readonly string[] MacUsages = [Tr31M1Iso97971MacKey, Tr31M3Iso97973MacKey, Tr31M6Iso97975CmacKey, Tr31M7HmacKey, Tr31M0Iso16609MacKey];
    private static readonly string[] PinVerification = [Tr31V2VisaPinVerificationKey, Tr31V1Ibm3624PinVerificationKey];
    private static readonly string[] Protection = [Tr31K0KeyEncryptionKey, Tr31K1KeyBlockProtectionKey];

    /// <summary>Whether a key fits.</summary>
    public bool Suits(KeySummary key) =>
        key is { KeyState: KeyState.CreateComplete, Enabled: true, KeyAttributes: { KeyModesOfUse: { } modes } attributes }
        && Usages.Contains(attributes.KeyUsage)
        && (modes.NoRestrictions || May(modes));

    /// <summary>What is wanted of a parameter, given what else is on the command line; null where this is none of these cmdlets.</summary>
    public static KeyDuty? For(CompletionRequest request) => (request.CommandName, request.ParameterName) switch
    {
        ("New-PcPin", "Key") => new(Pin(request), Generate),
        ("Test-PcPin", "Key") => new(Pin(request), Verify),
        ("New-PcPin", "EncryptionKey") => new([Tr31P0PinEncryptionKey], request.Has("EncryptedPinBlock") ? Decrypt : Encrypt),
        ("Test-PcPin", "EncryptionKey") => PinBlockKey(request.Has("KeySerialNumber"), Decrypt),
        ("Convert-PcPinBlock", "IncomingKey") => PinBlockKey(request.Has("IncomingKeySerialNumber"), Decrypt),
        ("Convert-PcPinBlock", "OutgoingKey") => PinBlockKey(request.Has("OutgoingKeySerialNumber"), Encrypt),
        ("New-PcMac", "Key") => Mac(request, Generate),
        ("Test-PcMac", "Key") => Mac(request, Verify),
        ("New-PcCardValidationData", "Key") => Card(request, Generate),
        ("Test-PcCardValidationData", "Key") => Card(request, Verify),
        ("New-PcAuthRequestCryptogram" or "Test-PcAuthRequestCryptogram", "Key") or ("New-PcEmvPinChange", "CryptogramKey") =>
            new([Tr31E0EmvMkeyAppCryptograms], Derive),
        ("Protect-PcData", "Key") => Data(request, "KeySerialNumber", Encrypt),
        ("Unprotect-PcData", "Key") => Data(request, "KeySerialNumber", Decrypt),
        ("Convert-PcData", "IncomingKey") => Data(request, "IncomingKeySerialNumber", Decrypt),
        ("Convert-PcData", "OutgoingKey") => Data(request, "OutgoingKeySerialNumber", Encrypt),
        ("New-PcEmvPinChange", "IntegrityKey") => new([Tr31E2EmvMkeyIntegrity], Derive),
        ("New-PcEmvPinChange", "ConfidentialityKey") => new([Tr31E1EmvMkeyConfidentiality], Derive),
        ("New-PcEmvPinChange", _) => new([Tr31P0PinEncryptionKey], Decrypt),
        ("New-PcAs2805KekValidation", "Key") => new([Tr31K0KeyEncryptionKey], static modes => Wrap(modes) || Unwrap(modes)),
        ("Convert-PcKeyMaterial", "WrappingKeyIdentifier") => new(Protection, Wrap),
        (_, "WrappingKey" or "IncomingWrappingKey" or "OutgoingWrappingKey") => new(Protection, Unwrap),
        _ => null,
    };

    private static string[] Pin(CompletionRequest request) => request.Has("PinValidationData") || request.Has("Ibm3624")
        ? [Tr31V1Ibm3624PinVerificationKey]
        : request.Has("PinVerificationKeyIndex") || request.Has("VerificationValue") ? [Tr31V2VisaPinVerificationKey] : PinVerification;

    private static KeyDuty PinBlockKey(bool isDukpt, Func<KeyModesOfUse, bool> may) => isDukpt
        ? new([Tr31B0BaseDerivationKey], Derive)
        : new([Tr31P0PinEncryptionKey, Tr31B0BaseDerivationKey], modes => may(modes) || modes.DeriveKey);

    private static KeyDuty Mac(CompletionRequest request, Func<KeyModesOfUse, bool> may)
    {
        if (request.Has("KeySerialNumber"))
        {
            return new([Tr31B0BaseDerivationKey], Derive);
        }

        return request.Has("SessionKeyDerivation")
            ? new([Tr31E2EmvMkeyIntegrity], Derive)
            : request.Text("Algorithm")?.ToUpperInvariant() switch
            {
                MacAlgorithm.Iso9797Algorithm1 => new([Tr31M1Iso97971MacKey], may),
                MacAlgorithm.Iso9797Algorithm3 => new([Tr31M3Iso97973MacKey], may),
                MacAlgorithm.Cmac => new([Tr31M6Iso97975CmacKey], may),
                MacAlgorithm.As2805Part41 => new([Tr31M0Iso16609MacKey], may),
                { } hmac when hmac.StartsWith(MacAlgorithm.Hmac, StringComparison.Ordinal) => new([Tr31M7HmacKey], may),
                _ => new(MacUsages, may),
            };
    }

    private static KeyDuty Card(CompletionRequest request, Func<KeyModesOfUse, bool> may) => request switch
    {
        _ when request.Has("Cvc3") => new([Tr31E4EmvMkeyDynamicNumbers], Derive),
        _ when request.Has("Dcvv") || request.Has("Cavv") => new([Tr31E6EmvMkeyOther], Derive),
        _ when request.Has("DiscoverDcvv") => new([Tr31E4EmvMkeyDynamicNumbers, Tr31E6EmvMkeyOther], Derive),
        _ => new([Tr31C0CardVerificationKey], may),
    };

    private static KeyDuty Data(CompletionRequest request, string serialNumber, Func<KeyModesOfUse, bool> may) => request switch
    {
        _ when request.Has(serialNumber) => new([Tr31B0BaseDerivationKey], Derive),
        _ when request.Has("SessionDerivationData") => new([Tr31E1EmvMkeyConfidentiality, Tr31E6EmvMkeyOther], Derive),
        _ when request.Has("PaddingType") => new([Tr31D1AsymmetricKeyForDataEncryption], may),
        _ => new([Tr31D0SymmetricDataEncryptionKey], may),
    };
}
