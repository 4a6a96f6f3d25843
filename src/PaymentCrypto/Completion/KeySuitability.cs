using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Which keys a command can do something with, as far as the service's listing tells. It only advises.</summary>
internal static class KeySuitability
{
    /// <summary>The one state that a command is about, which the service can be asked for; null for any.</summary>
    public static string? StateFor(CompletionRequest request) => request.CommandName switch
    {
        "Restore-PcKey" => KeyState.DeletePending,
        "Remove-PcKey" or "Enable-PcKey" or "Disable-PcKey" => KeyState.CreateComplete,
        _ => null,
    };

    /// <summary>Whether a key can stand for the parameter.</summary>
    public static bool Suits(CompletionRequest request, KeySummary key) => KeyDuty.For(request) is { } duty ? duty.Suits(key) : request.ParameterName switch
    {
        "CertificateAuthorityPublicKeyIdentifier" => IsUsable(key) && Is(key, KeyClass.PublicKey, KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature),
        "PrivateKeyIdentifier" => IsUsable(key) && Is(key, KeyClass.AsymmetricKeyPair, KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement),
        "SigningKeyIdentifier" => IsUsable(key) && Is(key, KeyClass.AsymmetricKeyPair, KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature),
        "WrappingKeyIdentifier" => IsUsable(key) && (request.CommandName == "Export-PcKey" ? Wraps(request, key) : Unwraps(request, key)),
        _ => IsFor(request, key),
    };

    private static bool IsFor(CompletionRequest request, KeySummary key) => request.CommandName switch
    {
        "Enable-PcKey" => key.Enabled != true,
        "Disable-PcKey" => key.Enabled == true,
        "Export-PcKey" => IsUsable(key)
            && key is { Exportable: true, KeyAttributes.KeyClass: KeyClass.SymmetricKey }
            && (!request.Has("KeySerialNumber") || key.KeyAttributes.KeyUsage == KeyUsage.Tr31B0BaseDerivationKey),
        "Get-PcPublicKeyCertificate" or "New-PcCertificateSigningRequest" => key.KeyAttributes?.KeyClass == KeyClass.AsymmetricKeyPair,
        _ => key.KeyState != KeyState.DeleteComplete,
    };

    private static bool Wraps(CompletionRequest request, KeySummary key) =>
        key.KeyAttributes?.KeyModesOfUse is { Wrap: true } or { NoRestrictions: true }
        && (request.Has("As2805KeyVariant") ? IsAs2805Kek(key) : IsProtectionKey(key));

    private static bool Unwraps(CompletionRequest request, KeySummary key) =>
        key.KeyAttributes?.KeyModesOfUse is { Unwrap: true } or { NoRestrictions: true }
        && (IsFormKnown(request, out bool isTr34) ? isTr34 ? IsTr34Pair(key) : IsAs2805Kek(key) : IsProtectionKey(key) || IsTr34Pair(key));

    // TR-34 with a key pair of one's own has certificates with it; AS 2805 has a variant.
    private static bool IsFormKnown(CompletionRequest request, out bool isTr34)
    {
        isTr34 = request.Has("SigningKeyCertificate") || request.Has("WrappingKeyCertificate") || request.Has("CertificateAuthorityPublicKeyIdentifier");
        return isTr34 || request.Has("As2805KeyVariant") || request.Has("WrappedKeyCryptogram");
    }

    private static bool IsUsable(KeySummary key) => key is { KeyState: KeyState.CreateComplete, Enabled: true };

    private static bool Is(KeySummary key, string keyClass, string usage) => key.KeyAttributes?.KeyClass == keyClass && key.KeyAttributes.KeyUsage == usage;

    private static bool IsProtectionKey(KeySummary key) =>
        key.KeyAttributes?.KeyUsage is KeyUsage.Tr31K0KeyEncryptionKey or KeyUsage.Tr31K1KeyBlockProtectionKey;

    private static bool IsAs2805Kek(KeySummary key) =>
        key.KeyAttributes is { KeyUsage: KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm: KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key };

    private static bool IsTr34Pair(KeySummary key) => Is(key, KeyClass.AsymmetricKeyPair, KeyUsage.Tr31K2Tr34AsymmetricKey);
}
