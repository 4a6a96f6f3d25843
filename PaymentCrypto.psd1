# The manifest of the module, importable from the root of a clone after `dotnet build`:
#     Import-Module ./PaymentCrypto.psd1
# It imports the module that the build has staged. The staged module's own manifest is made from this one: there, the assembly
# with its types and views takes the place of NestedModules, and the version is that of the build.
#
# The lists of what is exported are explicit: a wildcard would make PowerShell load the module to find out. The long one is separated
# by commas: between @( and ), each line is a statement of its own, which PowerShell compiles at every import.
@{
    ScriptsToProcess     = @('tools/RequireBuild.ps1')
    NestedModules        = @('artifacts/module/PaymentCrypto/PaymentCrypto.psd1')
    ModuleVersion        = '0.1.0'
    GUID                 = 'fa5b704f-a152-4fb1-8768-b15ee7e8d2b8'
    Author               = 'The PaymentCrypto authors'
    CompanyName          = 'The PaymentCrypto authors'
    Copyright            = 'Copyright (c) The PaymentCrypto authors. Licensed under the Apache License 2.0.'
    Description          = 'Payment keys in PowerShell: import and export keys with AWS Payment Cryptography, or rehearse it on a local engine that behaves like the service and needs neither account nor network.'

    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    CmdletsToExport      =
        'Add-PcEndpointFault',
        'Add-PcKeyReplicationRegion',
        'Add-PcKeyTag',
        'Add-PcMpaTeam',
        'Approve-PcMpaSession',
        'Backup-PcStore',
        'Clear-PcEndpointFault',
        'Clear-PcExpiredToken',
        'Compare-PcKeyInventory',
        'Convert-PcData',
        'Convert-PcKeyMaterial',
        'Convert-PcPinBlock',
        'ConvertFrom-PcKeyCryptogram',
        'ConvertFrom-PcPinBlock',
        'ConvertFrom-PcTr31KeyBlock',
        'ConvertFrom-PcTr34KeyBlock',
        'ConvertTo-PcPinBlock',
        'Deny-PcMpaSession',
        'Disable-PcDefaultReplicationRegion',
        'Disable-PcKey',
        'Enable-PcDefaultReplicationRegion',
        'Enable-PcKey',
        'Export-PcKey',
        'Export-PcKeyExchangeCertificate',
        'Export-PcKeyInventory',
        'Get-PcAuthRequestCryptogram',
        'Get-PcAuthResponseCryptogram',
        'Get-PcCardValidationValue',
        'Get-PcDefaultReplicationRegion',
        'Get-PcDukptKey',
        'Get-PcEmvKey',
        'Get-PcEndpoint',
        'Get-PcExportParameters',
        'Get-PcImportParameters',
        'Get-PcKey',
        'Get-PcKeyAlias',
        'Get-PcKeyCheckValue',
        'Get-PcKeyInventory',
        'Get-PcKeyPolicy',
        'Get-PcKeyTag',
        'Get-PcMac',
        'Get-PcMpaSession',
        'Get-PcMpaTeam',
        'Get-PcPinOffset',
        'Get-PcPinVerificationValue',
        'Get-PcProvider',
        'Get-PcPublicKeyCertificate',
        'Get-PcToken',
        'Import-PcKey',
        'Import-PcKeyInventory',
        'Join-PcKeyComponent',
        'New-PcAs2805KekValidation',
        'New-PcAuthRequestCryptogram',
        'New-PcCardValidationData',
        'New-PcCertificateSigningRequest',
        'New-PcEcdhKey',
        'New-PcEmvPinChange',
        'New-PcKey',
        'New-PcKeyAlias',
        'New-PcKeyComponent',
        'New-PcKeyCryptogram',
        'New-PcKeyExchangeCertificate',
        'New-PcMac',
        'New-PcPin',
        'New-PcTr31KeyBlock',
        'New-PcTr34KeyBlock',
        'Protect-PcData',
        'Remove-PcKey',
        'Remove-PcKeyAlias',
        'Remove-PcKeyPolicy',
        'Remove-PcKeyReplicationRegion',
        'Remove-PcKeyTag',
        'Remove-PcMpaTeam',
        'Repair-PcKeyBlock',
        'Repair-PcKeyComponent',
        'Restore-PcKey',
        'Restore-PcStore',
        'Revoke-PcToken',
        'Set-PcKeyAlias',
        'Set-PcKeyPolicy',
        'Set-PcProvider',
        'Start-PcEndpoint',
        'Stop-PcEndpoint',
        'Test-PcAuthRequestCryptogram',
        'Test-PcCardValidationData',
        'Test-PcKeyExchange',
        'Test-PcMac',
        'Test-PcPin',
        'Test-PcStore',
        'Unprotect-PcData',
        'Update-PcVaultMasterKey'
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('PaymentCryptography', 'Payments', 'AWS', 'HSM', 'TR-31', 'TR-34', 'X9.143', 'DUKPT', 'Cryptography', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'See CHANGELOG.md.'
            Prerelease   = 'preview1'
        }
    }
}
