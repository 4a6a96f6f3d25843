using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Errors;

/// <summary>
/// Puts cmdlets where a message of the local engine names operations of the service: whoever reads it at a prompt can type them.
/// </summary>
internal static partial class CmdletNames
{
    private static readonly FrozenDictionary<string, string> ByOperation = new Dictionary<string, string>
    {
        ["CreateKey"] = "New-PcKey",
        ["GetKey"] = "Get-PcKey",
        ["ListKeys"] = "Get-PcKey",
        ["DeleteKey"] = "Remove-PcKey",
        ["RestoreKey"] = "Restore-PcKey",
        ["StartKeyUsage"] = "Enable-PcKey",
        ["StopKeyUsage"] = "Disable-PcKey",
        ["CreateAlias"] = "New-PcKeyAlias",
        ["GetAlias"] = "Get-PcKeyAlias",
        ["ListAliases"] = "Get-PcKeyAlias",
        ["UpdateAlias"] = "Set-PcKeyAlias",
        ["DeleteAlias"] = "Remove-PcKeyAlias",
        ["TagResource"] = "Add-PcKeyTag",
        ["UntagResource"] = "Remove-PcKeyTag",
        ["ListTagsForResource"] = "Get-PcKeyTag",
        ["PutResourcePolicy"] = "Set-PcKeyPolicy",
        ["GetResourcePolicy"] = "Get-PcKeyPolicy",
        ["DeleteResourcePolicy"] = "Remove-PcKeyPolicy",
        ["GetParametersForImport"] = "Get-PcImportParameters",
        ["GetParametersForExport"] = "Get-PcExportParameters",
        ["ImportKey"] = "Import-PcKey",
        ["ExportKey"] = "Export-PcKey",
        ["GetPublicKeyCertificate"] = "Get-PcPublicKeyCertificate",
        ["GetCertificateSigningRequest"] = "New-PcCertificateSigningRequest",
        ["AddKeyReplicationRegions"] = "Add-PcKeyReplicationRegion",
        ["RemoveKeyReplicationRegions"] = "Remove-PcKeyReplicationRegion",
        ["EnableDefaultKeyReplicationRegions"] = "Enable-PcDefaultReplicationRegion",
        ["DisableDefaultKeyReplicationRegions"] = "Disable-PcDefaultReplicationRegion",
        ["GetDefaultKeyReplicationRegions"] = "Get-PcDefaultReplicationRegion",
        ["AssociateMpaTeam"] = "Add-PcMpaTeam",
        ["DisassociateMpaTeam"] = "Remove-PcMpaTeam",
        ["GetMpaTeamAssociation"] = "Get-PcMpaTeam",
        ["EncryptData"] = "Protect-PcData",
        ["DecryptData"] = "Unprotect-PcData",
        ["ReEncryptData"] = "Convert-PcData",
        ["TranslatePinData"] = "Convert-PcPinBlock",
        ["GeneratePinData"] = "New-PcPin",
        ["VerifyPinData"] = "Test-PcPin",
        ["GenerateMac"] = "New-PcMac",
        ["VerifyMac"] = "Test-PcMac",
        ["GenerateMacEmvPinChange"] = "New-PcEmvPinChange",
        ["GenerateCardValidationData"] = "New-PcCardValidationData",
        ["VerifyCardValidationData"] = "Test-PcCardValidationData",
        ["GenerateAuthRequestCryptogram"] = "New-PcAuthRequestCryptogram",
        ["VerifyAuthRequestCryptogram"] = "Test-PcAuthRequestCryptogram",
        ["GenerateAs2805KekValidation"] = "New-PcAs2805KekValidation",
        ["TranslateKeyMaterial"] = "Convert-PcKeyMaterial",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The message with the cmdlets' names.</summary>
    public static string Of(string message) => OperationPattern().Replace(message, static match => ByOperation.GetValueOrDefault(match.Value, match.Value));

    // Not within the action of a policy, an ARN or a longer name.
    [GeneratedRegex(@"(?<![\w:/.'""-])[A-Z][a-z]+(?:[A-Z][a-z]+)+(?![\w:/'""-])", RegexOptions.CultureInvariant)]
    private static partial Regex OperationPattern();
}
