using System.Collections.Frozen;

namespace PaymentCrypto.Api;

/// <summary>
/// What to do about each error of the module, by its id, in one sentence. An exception that knows better says it itself; those of one format's
/// checks (<c>PcKeyBlock…</c>) do.
/// </summary>
public static class ErrorRemedies
{
    private static readonly FrozenDictionary<string, string> Table = new Dictionary<string, string>
    {
        // Of the service.
        ["PcMemberInvalid"] = "Give a value as the message says; Get-Help has examples of each parameter.",
        ["PcValidation"] = "Change what the message names; Test-PcKeyExchange examines what is exchanged.",
        ["PcResourceNotFound"] = "Compare name, account and region: Get-PcKey, Get-PcKeyAlias and Get-PcToken list what is there.",
        ["PcConflict"] = "Take another name, or wait until the pending change is done.",
        ["PcAccessDenied"] = "Have the IAM policy, or the resource policy of the key, allow the operation that the message names.",
        ["PcPublicPolicy"] = "Name the principals in the policy, in place of everybody.",
        ["PcServiceQuotaExceeded"] = "Remove what is no longer needed, or have the quota raised (Set-PcProvider sets those of the local engine).",
        ["PcVerificationFailed"] = "Compare keys, formats and inputs with the other side: the value is well formed and wrong.",
        ["PcThrottling"] = "Send fewer requests a second, or try again after a pause.",
        ["PcInternalServer"] = "Try again; report it with the request id if it stays.",
        ["PcServiceUnavailable"] = "Try again after a pause.",
        ["PcInvalidSignature"] = "Compare secret key, clock and region of the caller.",
        ["PcUnrecognizedClient"] = "Give an access key that the account or endpoint knows.",
        ["PcExpiredToken"] = "Log in again: the session is over.",
        ["PcMissingAuthenticationToken"] = "Sign the request: give the provider credentials.",
        ["PcIncompleteSignature"] = "Sign with Signature Version 4, with all of its parts.",
        ["PcSerialization"] = "Send the JSON of the operation.",
        ["PcUnknownOperation"] = "Name an operation that the service has.",
        ["PcRequestEntityTooLarge"] = "Send less in one request.",
        ["PcUnsupportedMediaType"] = "Send the media type of the protocol.",
        ["PcJsonMalformed"] = "Give well-formed JSON.",

        // Of the configuration.
        ["PcAccountIdInvalid"] = "Give an account id of 12 digits, in quotes.",
        ["PcRegionInvalid"] = "Give a region name such as us-east-1.",
        ["PcStorePathInvalid"] = "Give a directory of the file system.",
        ["PcPathNotFileSystem"] = "Give a path of the file system.",
        ["PcPatternInvalid"] = "Give a wildcard pattern that is complete.",
        ["PcProviderUnknown"] = "Give Local, Aws, or an object of Get-PcProvider.",
        ["PcProviderGone"] = "Get a new object with Get-PcProvider.",
        ["PcProviderOptionNotLocal"] = "Leave the option out, or choose the local provider with it.",
        ["PcProviderOptionNotAws"] = "Leave the option out, or choose the AWS provider with it.",
        ["PcProviderInMemoryFixed"] = "Open a new store in memory with Set-PcProvider.",
        ["PcTimeOffsetTooSmall"] = "Give a time span, such as (New-TimeSpan -Days 31).",
        ["PcPassphraseEmpty"] = "Give a passphrase that is not empty, or none.",
        ["PcVaultInMemory"] = "Leave the passphrase out: a store in memory is never written.",
        ["PcNotSupportedByProvider"] = "Use the local provider for it.",
        ["PcModuleIncomplete"] = "Install the module again.",
        ["PcUnexpectedError"] = "Please report this with the output of '$Error[0].Exception | Format-List -Force'.",

        ["PcTimeOffsetTooLarge"] = "Give a smaller time span.",
        ["PcParameterInvalid"] = "Give a value as the message says; Get-Help has examples of each parameter.",
        ["PcParameterMissing"] = "Give the parameter that the message names.",
        ["PcParameterConflict"] = "Leave one of the two parameters out.",
        ["PcCalculationInput"] = "Give an input in the form that the message names.",
        ["PcCalculationKey"] = "Give a key of the algorithm and length that the calculation takes.",
        ["PcCalculationKeySerialNumber"] = "Give a key serial number with a counter that a device uses.",
        ["PcStepsRefused"] = "Leave out -ShowSteps, or rehearse with a key that is exportable: New-PcKey -Exportable, or an import that allows it.",
        ["PcCalculationPinBlock"] = "Compare key, PAN and format of the PIN block with the sender; -ShowSteps shows the way.",

        // Of the server.
        ["PcManagementClosed"] = "Start the server with management.",
        ["PcManagementContentType"] = "Send application/json.",
        ["PcManagementFailed"] = "Do what the message says, and try again.",
        ["PcManagementJson"] = "Send the JSON that the message describes.",
        ["PcManagementMethod"] = "Use the HTTP method that the message names.",
        ["PcManagementTokenWrong"] = "Send the management token of the server.",
        ["PcManagementUnknown"] = "Use a path that the server has.",
        ["PcResetRefused"] = "Reset a server whose store may be emptied.",
        ["PcSeedInvalid"] = "Mend the seed as the message says.",
        ["PcSeedRefused"] = "Seed an empty store, or reset it before.",

        // Of the store and the vault.
        ["PcStoreCorrupt"] = "Run Test-PcStore, and restore a backup with Restore-PcStore.",
        ["PcStoreTooNew"] = "Use the newer version of the module that wrote the store.",
        ["PcStoreForeign"] = "Give another directory for the store.",
        ["PcStoreBusy"] = "Try again when the other process is done.",
        ["PcStoreFull"] = "Make room on the disk.",
        ["PcStoreInaccessible"] = "Give this user the right to the directory and its files, or take another directory.",
        ["PcStoreMissing"] = "Give the directory of the store, or make one with Set-PcProvider.",
        ["PcStoreExists"] = "Take another directory, or replace the store with -Force.",
        ["PcStoreInUse"] = "Close the other sessions that use the store.",
        ["PcStoreInMemory"] = "Choose a store with a path.",
        ["PcStoreBackupMissing"] = "Give the path of the backup.",
        ["PcStoreBackupExists"] = "Take another file, or replace it with -Force.",
        ["PcStoreBackupInvalid"] = "Take another backup: this one is damaged or none.",
        ["PcStoreBackupKeyFile"] = "Leave -IncludeKeyFile out: the passphrase opens the backup.",
        ["PcVaultKeyFileMissing"] = "Put the key file back beside the store, or restore a backup that has it.",
        ["PcVaultKeyFileWrong"] = "Put the store's own key file back beside it.",
        ["PcVaultPassphraseRequired"] = "Give the passphrase with Set-PcProvider -StorePassphrase.",
        ["PcVaultPassphraseWrong"] = "Give the passphrase with which the store was made.",
        ["PcVaultPassphraseUnexpected"] = "Leave the passphrase out: the store has a key file.",
        ["PcVaultMemoryShort"] = "Give this process, or the container around it, more memory.",
        ["PcVaultSecretAltered"] = "Restore a backup with Restore-PcStore; the record was altered outside the module.",

        // Of inventories and files.
        ["PcInventoryFileUnreadable"] = "Give a file that is there and can be read.",
        ["PcInventoryFileInvalid"] = "Give a file that Export-PcKeyInventory wrote as JSON.",
        ["PcInventoryFormatUnknown"] = "Give -Format, or a file name with .json, .csv or .html.",
        ["PcInventoryInputUnknown"] = "Give objects of Get-PcKeyInventory, or files of Export-PcKeyInventory.",
        ["PcOutFileExists"] = "Take another file, or replace it with -Force.",
        ["PcOutFileIsStore"] = "Take a file outside the store.",
        ["PcOutFileReused"] = "Give a file for each item.",
        ["PcOutFileNotWritable"] = "Take a file in a folder that is there and can be written.",

        // Of key exchange.
        ["PcKeyCheckValueMismatch"] =
            "Compare the check value with the sender, and remove the key: Remove-PcKey. Test-PcKeyExchange names the method of a check value.",
        ["PcKeyInputMissing"] = "Give what is missing as a parameter.",
        ["PcKeyInputConflict"] = "Give it once, or leave one of the two out.",
        ["PcKeyInputForm"] = "Give it in one of the forms that the message names.",
        ["PcKeyInputAlgorithmMissing"] = "Give -Algorithm, for example TDES_2KEY.",
        ["PcKeyInputAlgorithmUnknown"] = "Give one of the algorithms that the message names.",
        ["PcKeyInputAlgorithmMismatch"] = "Give a key of the algorithm that is asked for, or another -Algorithm.",
        ["PcKeyInputCheckValueMismatch"] =
            "Enter the key or component again; Test-PcKeyExchange -Component and Repair-PcKeyComponent look for the wrong digit.",
        ["PcKeyInputFileNotFound"] = "Give the path of a file that is there.",
        ["PcKeyInputFileUnreadable"] = "Give a file that this user may read, and that holds what is needed.",
        ["PcKeyInputPassphraseMissing"] = "Give the passphrase of the private key.",
        ["PcKeyInputPassphraseWrong"] = "Give the passphrase with which the private key was encrypted.",
        ["PcKeyInputPrivateKeyMissing"] = "Give the file or object that has the private key too.",
        ["PcKeyInputCertificateMissing"] = "Give the certificate too.",
        ["PcKeyInputDeserialised"] = "Read the key again in this session: a secret does not travel with an object.",

        // Of AWS.
        ["PcAwsRegionMissing"] = "Give -Region, or set AWS_REGION.",
        ["PcAwsRegionInvalid"] = "Give a region name such as us-east-1.",
        ["PcAwsCredentialsMissing"] = "Give -ProfileName or credentials, or set them up with aws configure.",
        ["PcAwsCredentialsIncomplete"] = "Give access key and secret key together.",
        ["PcAwsCredentialsUnusable"] = "Mend the source of the credentials that the message names.",
        ["PcAwsProfileUnknown"] = "Give a profile of ~/.aws/config or ~/.aws/credentials.",
        ["PcAwsProfileInvalid"] = "Mend the profile as the message says.",
        ["PcAwsSsoExpired"] = "Log in with aws sso login.",
        ["PcAwsMfaRequired"] = "Use an interactive session, or temporary credentials with MFA.",
        ["PcAwsEndpointInvalid"] = "Give the URL of an endpoint, with http or https.",
        ["PcAwsSettingInvalid"] = "Give a value that the message allows, where the message says.",
        ["PcAwsUnreachable"] = "Look at network, proxy and endpoint; then try again.",
        ["PcAwsTimeout"] = "Try again; the request may have been carried out, so look first.",
        ["PcAwsAnswerUnreadable"] = "Look at proxy and endpoint: something else answered.",
        ["PcAwsRequestFailed"] = "Do what the message of the AWS SDK says.",

        // Of the endpoint.
        ["PcEndpointPortInUse"] = "Take another -Port, or 0 for a free one.",
        ["PcEndpointAccessDenied"] = "Take a port above 1023, or an address of this machine.",
        ["PcEndpointAddressInvalid"] = "Give an address of this machine.",
        ["PcEndpointNotBound"] = "Take another address or port.",
        ["PcEndpointUnprotected"] = "Give an access key, or listen on 127.0.0.1 alone.",
        ["PcEndpointKeyIncomplete"] = "Give access key and secret key together.",
        ["PcEndpointOptionsInvalid"] = "Give values that the message allows.",
        ["PcEndpointFaultInvalid"] = "Give an operation of the service and numbers in range.",
        ["PcEndpointNotFound"] = "Start one with Start-PcEndpoint; Get-PcEndpoint lists those of the session.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The ids that it knows.</summary>
    public static IEnumerable<string> Ids => Table.Keys;

    /// <summary>What to do about an error.</summary>
    /// <param name="errorId">Its id.</param>
    /// <returns>One sentence; null for an id that is not the module's own, such as one that a newer service has.</returns>
    public static string? Of(string errorId) => Table.GetValueOrDefault(errorId);
}
