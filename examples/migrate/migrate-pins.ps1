<#
.SYNOPSIS
    Moves PIN verification from an HSM: the PVVs and offsets that were made there verify here, by the keys that were imported.
.DESCRIPTION
    An issuer cannot make the PIN verification values of its cards anew: nobody knows the PINs. So the keys move, and before the old HSM is
    switched off each kind of value is verified by them, with PIN blocks that the old system has translated to a key of its own.

    The old HSM's side is played here, with published test keys: it exports its keys as TR-31 blocks under a zone master key (ZMK), of which
    two people have a component each on paper. The values in pvv.csv and offset.csv were not made by this module: they are the published ones
    of psec (github.com/knovichikhin/psec), in PIN blocks that openssl has encrypted.

    The keys live in memory only, in the session's store if that is in memory. It ends with exit code 1 when any row does not verify, and says which: by its line, never by its card number.
.PARAMETER Path
    A file of PVVs: Pan, EncryptedPinBlock, PinVerificationKeyIndex, VerificationValue.
.PARAMETER OffsetPath
    A file of IBM 3624 offsets: Pan, EncryptedPinBlock, PinValidationData, DecimalizationTable, PinOffset.
#>
[CmdletBinding()]
param(
    [string] $Path = (Join-Path $PSScriptRoot 'pvv.csv'),
    [string] $OffsetPath = (Join-Path $PSScriptRoot 'offset.csv')
)

$ErrorActionPreference = 'Stop'

# Works in a plain pwsh in a clone after `dotnet build`; in PaymentCrypto.Shell the module is there already.
if (-not (Get-Module -Name PaymentCrypto)) {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'PaymentCrypto.psd1'))
}

function Get-TestKey([string] $Hex) {
    [System.Net.NetworkCredential]::new('', $Hex).SecurePassword | New-PcKeyComponent -Algorithm TDES_2KEY | Join-PcKeyComponent -WarningAction SilentlyContinue
}

# Row by row: a row that cannot be read, or is under another key, is a failure of its own and does not stop the others.
function Test-Row([string] $File, [hashtable] $With) {
    $line = 1
    Import-Csv $File | ForEach-Object {
        $line++
        $result = $_ | Test-PcPin @With -Detailed -ErrorAction SilentlyContinue -ErrorVariable refused
        [pscustomobject] @{ File = Split-Path -Leaf $File; Line = $line; IsValid = [bool] $result.IsValid; Reason = $refused ? "$($refused[0])" : $result.Reason }
    }
}

$before = Get-PcProvider
if (-not $before.InMemory) { Set-PcProvider Local -InMemory }
$keys = @()
try {
    # The old HSM. Two components of the ZMK, and the keys under it.
    $components = New-PcKeyComponent TDES_2KEY -Count 2
    $zmk = $components | Join-PcKeyComponent
    $export = @{ ProtectionKey = $zmk; WarningAction = 'SilentlyContinue' }
    $blocks = [ordered] @{
        pvk = Get-TestKey 0123456789ABCDEFFEDCBA9876543210 | New-PcTr31KeyBlock @export -Usage V2
        ibm = Get-TestKey 0123456789ABCDEFFEDCBA9876543210 | New-PcTr31KeyBlock @export -Usage V1
        pek = Get-TestKey 11223344556677889900AABBCCDDEEFF | New-PcTr31KeyBlock @export -Usage P0
    }

    # Here. The ZMK comes in from its components, under a wrapping certificate of the service; the keys come in under the ZMK.
    $wrapping = Get-PcImportParameters KEY_CRYPTOGRAM
    $keys += $kek = $wrapping | New-PcKeyCryptogram -Key ($components | Join-PcKeyComponent) | Import-PcKey -Usage K0 -ExpectedKeyCheckValue $zmk.KeyCheckValue
    foreach ($name in $blocks.Keys) {
        $keys += $key = $blocks[$name] | Import-PcKey -WrappingKeyIdentifier $kek
        $null = New-PcKeyAlias "alias/migrated/$name" $key
        "Imported $name, check value $($key.KeyCheckValue)."
    }

    $rows = @(
        Test-Row $Path @{ Key = 'alias/migrated/pvk'; EncryptionKey = 'alias/migrated/pek' }
        Test-Row $OffsetPath @{ Key = 'alias/migrated/ibm'; EncryptionKey = 'alias/migrated/pek'; Ibm3624 = $true }
    )
    $wrong = @($rows.Where{ -not $_.IsValid })
    foreach ($row in $wrong) { "$($row.File), line $($row.Line): $($row.Reason)" }
    "$($rows.Count - $wrong.Count) of $($rows.Count) PINs verify with the imported keys."
    if ($wrong) { exit 1 }
}
finally {
    if (-not $before.InMemory) { $before | Set-PcProvider }
    else {
        Get-PcKeyAlias alias/migrated/* | Remove-PcKeyAlias -Force
        $keys | Remove-PcKey -Force
    }
}
