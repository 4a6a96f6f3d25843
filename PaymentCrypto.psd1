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
        'ConvertFrom-PcKeyCryptogram',
        'ConvertFrom-PcTr31KeyBlock',
        'ConvertFrom-PcTr34KeyBlock',
        'Deny-PcMpaSession',
        'Disable-PcDefaultReplicationRegion',
        'Disable-PcKey',
        'Enable-PcDefaultReplicationRegion',
        'Enable-PcKey',
        'Export-PcKey',
        'Export-PcKeyExchangeCertificate',
        'Export-PcKeyInventory',
        'Get-PcDefaultReplicationRegion',
        'Get-PcEndpoint',
        'Get-PcExportParameters',
        'Get-PcImportParameters',
        'Get-PcKey',
        'Get-PcKeyAlias',
        'Get-PcKeyCheckValue',
        'Get-PcKeyInventory',
        'Get-PcKeyPolicy',
        'Get-PcKeyTag',
        'Get-PcMpaSession',
        'Get-PcMpaTeam',
        'Get-PcProvider',
        'Get-PcPublicKeyCertificate',
        'Get-PcToken',
        'Import-PcKey',
        'Import-PcKeyInventory',
        'Join-PcKeyComponent',
        'New-PcCertificateSigningRequest',
        'New-PcEcdhKey',
        'New-PcKey',
        'New-PcKeyAlias',
        'New-PcKeyComponent',
        'New-PcKeyCryptogram',
        'New-PcKeyExchangeCertificate',
        'New-PcTr31KeyBlock',
        'New-PcTr34KeyBlock',
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
        'Test-PcKeyExchange',
        'Test-PcStore',
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
